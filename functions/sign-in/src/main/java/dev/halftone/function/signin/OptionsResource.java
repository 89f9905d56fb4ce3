package dev.halftone.function.signin;

import dev.halftone.core.profile.Profile;
import java.util.List;

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

    record MethodResource(String id, String label, String href) {}

    static OptionsResource of(Profile profile) {
        return new OptionsResource(
                new BrandResource(profile.brand().name(), profile.brand().tagline()),
                List.of(
                        new MethodResource(
                                "google", "Continue with Google", "/v1/auth/google/start")),
                profile.minimumAge(),
                profile.policyVersion(),
                profile.welcomeCredits().amount());
    }
}
