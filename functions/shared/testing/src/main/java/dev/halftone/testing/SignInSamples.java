package dev.halftone.testing;

import dev.halftone.core.profile.SignInWay;
import dev.halftone.core.profile.SignInWays;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Ways to sign in. */
public final class SignInSamples {

    private SignInSamples() {}

    /** One way of each kind. */
    public static SignInWays ways() {
        return new SignInWays(
                List.of(
                        way("google", SignInWay.Kind.GOOGLE, "https://accounts.google.com"),
                        way("github", SignInWay.Kind.GITHUB, "https://github.com/login/oauth"),
                        way("clerk", SignInWay.Kind.CLERK, "https://clerk.example.org"),
                        way(
                                "firebase",
                                SignInWay.Kind.FIREBASE,
                                "https://securetoken.google.com/halftone"),
                        way("club", SignInWay.Kind.OIDC, "https://id.club.example.org")));
    }

    private static SignInWay way(String id, SignInWay.Kind kind, String issuer) {
        return new SignInWay(
                id,
                kind,
                id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1),
                URI.create(issuer),
                "halftone.apps.example.org",
                kind.redirects() ? null : "public-key",
                kind == SignInWay.Kind.GOOGLE,
                kind == SignInWay.Kind.FIREBASE ? Set.of("password", "google.com") : Set.of());
    }
}
