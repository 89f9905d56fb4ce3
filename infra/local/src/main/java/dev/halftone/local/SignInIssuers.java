package dev.halftone.local;

import dev.halftone.core.profile.SignInWay;
import dev.halftone.lambda.ProfileReader;
import java.util.List;

/** The ways to sign in of the chosen profile, all of which lead to the sandbox here. */
final class SignInIssuers {
    private static final String PROFILE = "halftone";

    private SignInIssuers() {}

    static List<SignInWay> of(LocalChoices choices) {
        String profile = choices.profile();
        return ProfileReader.read(profile == null ? PROFILE : profile).signIn().list();
    }
}
