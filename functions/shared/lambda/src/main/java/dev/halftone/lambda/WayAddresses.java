package dev.halftone.lambda;

import dev.halftone.core.profile.SignInWay;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the ways to sign in lead, and under which names the parameter store holds their secrets. A
 * further way needs no variable of its own.
 *
 * @param secrets what the names of all their secrets begin with
 * @param standIns who vouches in the place of an issuer during development, by the way's id
 */
public record WayAddresses(String secrets, Map<String, URI> standIns) {

    /** The variables that are read. */
    public static final Set<String> KEYS = Set.of("SIGN_IN_PARAMETERS", "SIGN_IN_STAND_INS");

    private static final String SEPARATOR = ",";
    private static final URI FIREBASE_SCRIPT =
            URI.create("https://www.gstatic.com/firebasejs/12.4.0/firebase-auth.js");

    public WayAddresses {
        standIns = Map.copyOf(standIns);
    }

    /**
     * Reads them.
     *
     * @throws IllegalStateException naming the variable, if stand-ins are not {@code id=address}
     */
    public static WayAddresses read(Environment environment) {
        return new WayAddresses(environment.text("SIGN_IN_PARAMETERS"), standIns(environment));
    }

    /** Only who stands in, for functions that need no secret. */
    public static Map<String, URI> standIns(Environment environment) {
        Map<String, URI> standIns = new HashMap<>();
        for (String each : environment.optionalText("SIGN_IN_STAND_INS").split(SEPARATOR, -1)) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                standIns.put(each.substring(0, equals), URI.create(each.substring(equals + 1)));
            } else if (!each.isBlank()) {
                throw new IllegalStateException("SIGN_IN_STAND_INS is not id=address,...");
            }
        }
        return standIns;
    }

    /** The name of the parameter that holds the client secret of a way. */
    public String secretParameter(SignInWay way) {
        return secrets + way.id();
    }

    /** Who vouches for those who come by this way. */
    public URI issuer(SignInWay way) {
        return standIns.getOrDefault(way.id(), way.issuer());
    }

    /** The provider's own script for the page, if people come by one. */
    public Optional<URI> script(SignInWay way) {
        return script(way, issuer(way), standIns.containsKey(way.id()));
    }

    private static Optional<URI> script(SignInWay way, URI issuer, boolean standIn) {
        return switch (way.kind()) {
            case GOOGLE ->
                    way.oneTap()
                            ? Optional.of(URI.create(issuer + "/gsi/client"))
                            : Optional.empty();
            case CLERK ->
                    Optional.of(
                            URI.create(issuer + "/npm/@clerk/clerk-js@5/dist/clerk.browser.js"));
            case FIREBASE ->
                    Optional.of(
                            standIn ? URI.create(issuer + "/firebase-auth.js") : FIREBASE_SCRIPT);
            case GITHUB, OIDC -> Optional.empty();
        };
    }
}
