package dev.halftone.function.site;

import dev.halftone.core.profile.SignInWay;
import dev.halftone.lambda.WayAddresses;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whom the page may load and ask beside its own origin: those whose own script the profile's ways
 * to sign in are done with, and nobody where there is none.
 */
final class PageAllowances {
    private static final String SCRIPT = "script-src";
    private static final String CONNECT = "connect-src";
    private static final String FRAME = "frame-src";
    private static final String STYLE = "style-src";

    private final Map<String, Set<String>> sources = new TreeMap<>();

    private PageAllowances() {}

    static PageAllowances of(Iterable<SignInWay> ways, Map<String, URI> standIns) {
        WayAddresses addresses = new WayAddresses("", standIns);
        PageAllowances allowances = new PageAllowances();
        for (SignInWay way : ways) {
            if (addresses.script(way).isPresent()) {
                allowances.allow(way, addresses.issuer(way), standIns.containsKey(way.id()));
            }
        }
        return allowances;
    }

    private void allow(SignInWay way, URI issuer, boolean standIn) {
        if (standIn) {
            add(SCRIPT, origin(issuer));
            add(CONNECT, origin(issuer));
            return;
        }
        switch (way.kind()) {
            case GOOGLE -> google(issuer + "/gsi/");
            case CLERK -> clerk(origin(issuer));
            case FIREBASE -> firebase(way.clientId());
            case GITHUB, OIDC -> {}
        }
    }

    /**
     * Google's prompt: "Content Security Policy" in
     * developers.google.com/identity/gsi/web/guides/get-google-api-clientid.
     */
    private void google(String folder) {
        add(SCRIPT, folder + "client");
        add(CONNECT, folder);
        add(FRAME, folder);
        add(STYLE, folder + "style");
    }

    /**
     * Version 5 of Clerk's script: clerk.com/docs/guides/secure/best-practices/csp-headers. Its
     * check for robots is Cloudflare's, and its form is styled by the script as it goes. Its
     * Protect ({@code *.protect.clerk.com}) needs version 6 (clerk.com/docs/guides/protect/setup)
     * and is not allowed; nor is its telemetry, without which it works.
     */
    private void clerk(String instance) {
        add(SCRIPT, instance, "https://challenges.cloudflare.com");
        add(CONNECT, instance);
        add(FRAME, "https://challenges.cloudflare.com");
        add("img-src", "https://img.clerk.com");
        add("worker-src", "'self'", "blob:");
        add(STYLE, "'unsafe-inline'");
    }

    /**
     * Firebase, after what its script does (github.com/firebase/firebase-js-sdk, packages/auth): it
     * asks two APIs, and minds its pop-up by Google's loader of frames and a frame of the project
     * below {@code /__/auth/}. The robots' check that a project may demand for passwords
     * (reCAPTCHA) is not allowed: it would tell one more of everybody who comes.
     */
    private void firebase(String project) {
        add(SCRIPT, "https://www.gstatic.com/firebasejs/", "https://apis.google.com");
        add(
                CONNECT,
                "https://identitytoolkit.googleapis.com",
                "https://securetoken.googleapis.com");
        add(FRAME, "https://" + project + ".firebaseapp.com/__/auth/");
    }

    private void add(String directive, String... allowed) {
        sources.computeIfAbsent(directive, _ -> new LinkedHashSet<>()).addAll(List.of(allowed));
    }

    private static String origin(URI issuer) {
        String port = issuer.getPort() < 0 ? "" : ":" + issuer.getPort();
        return issuer.getScheme() + "://" + issuer.getHost() + port;
    }

    /**
     * A directive of the policy (Content Security Policy 3), or nothing where nobody is allowed.
     *
     * @param own what is allowed in any case
     */
    String directive(String name, String... own) {
        Set<String> allowed = new LinkedHashSet<>(List.of(own));
        allowed.addAll(sources.getOrDefault(name, Set.of()));
        return allowed.isEmpty() ? "" : name + " " + String.join(" ", allowed);
    }

    /** Whether a script of somebody else may open a window that answers it. */
    boolean opensWindows() {
        return !sources.isEmpty();
    }
}
