package dev.halftone.function.signin;

import dev.halftone.core.profile.Profile;
import dev.halftone.core.profile.SignInWay;
import dev.halftone.lambda.WayAddresses;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a visitor may know before signing in, as JSON. */
record OptionsResource(
        BrandResource brand,
        List<MethodResource> methods,
        int minimumAge,
        String policyVersion,
        long welcomeCredits) {

    OptionsResource {
        methods = List.copyOf(methods);
    }

    record BrandResource(String name, String tagline) {}

    /**
     * One way to sign in.
     *
     * @param href where a browser is sent, or where the page exchanges a token
     * @param script of the provider, which the page loads once a person wants it to
     * @param oneTap whether the script is for a prompt beside the redirect
     * @param through by which of its own providers people may come to Firebase
     */
    record MethodResource(
            String id,
            String kind,
            String title,
            String label,
            String href,
            String clientId,
            @Nullable String publicKey,
            @Nullable URI script,
            boolean oneTap,
            List<String> through) {

        MethodResource {
            through = List.copyOf(through);
        }
    }

    static OptionsResource of(Profile profile, WayAddresses addresses) {
        return new OptionsResource(
                new BrandResource(profile.brand().name(), profile.brand().tagline()),
                profile.signIn().list().stream().map(way -> method(way, addresses)).toList(),
                profile.minimumAge(),
                profile.policyVersion(),
                profile.welcomeCredits().amount());
    }

    private static MethodResource method(SignInWay way, WayAddresses addresses) {
        return new MethodResource(
                way.id(),
                way.kind().name().toLowerCase(Locale.ROOT),
                way.title(),
                "Continue with " + way.title(),
                "/v1/auth/" + way.id() + (way.kind().redirects() ? "/start" : "/exchange"),
                way.clientId(),
                way.publicKey(),
                addresses.script(way).orElse(null),
                way.oneTap(),
                way.through().stream().sorted().toList());
    }
}
