package dev.halftone.function.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.profile.SignInWay;
import dev.halftone.core.profile.SignInWay.Kind;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Protects: the page loads and asks those whom the profile names, and nobody else. */
class PageAllowancesTest {
    private static final String SELF = "'self'";

    @Test
    void allowsNobodyWhereEveryWayIsARedirect() {
        PageAllowances none = allowances(way("google", Kind.GOOGLE, "https://accounts.google.com"));

        assertThat(none.directive("script-src", SELF)).isEqualTo("script-src 'self'");
        assertThat(none.directive("style-src", SELF)).isEqualTo("style-src 'self'");
        assertThat(none.directive("frame-src")).isEmpty();
        assertThat(none.opensWindows()).isFalse();
    }

    @Test
    void allowsGooglesPromptItsOwnFolderOnly() {
        SignInWay google =
                new SignInWay(
                        "google",
                        Kind.GOOGLE,
                        "Google",
                        URI.create("https://accounts.google.com"),
                        "client",
                        null,
                        true,
                        Set.of());

        PageAllowances prompt = allowances(google);

        assertThat(prompt.directive("script-src", SELF))
                .isEqualTo("script-src 'self' https://accounts.google.com/gsi/client");
        assertThat(prompt.directive("connect-src", SELF))
                .isEqualTo("connect-src 'self' https://accounts.google.com/gsi/");
        assertThat(prompt.directive("frame-src"))
                .isEqualTo("frame-src https://accounts.google.com/gsi/");
        assertThat(prompt.opensWindows()).isTrue();
    }

    @Test
    void allowsTheInstanceAndTheProjectThatTheProfileNames() {
        PageAllowances both =
                allowances(
                        way("clerk", Kind.CLERK, "https://clerk.example.org"),
                        way("firebase", Kind.FIREBASE, "https://securetoken.google.com/client"));

        assertThat(both.directive("script-src").split(" "))
                .containsExactly(
                        "script-src",
                        "https://clerk.example.org",
                        "https://challenges.cloudflare.com",
                        "https://www.gstatic.com/firebasejs/",
                        "https://apis.google.com");
        assertThat(both.directive("connect-src").split(" "))
                .containsExactly(
                        "connect-src",
                        "https://clerk.example.org",
                        "https://identitytoolkit.googleapis.com",
                        "https://securetoken.googleapis.com");
        assertThat(both.directive("frame-src").split(" "))
                .containsExactly(
                        "frame-src",
                        "https://challenges.cloudflare.com",
                        "https://client.firebaseapp.com/__/auth/");
        assertThat(both.directive("img-src")).isEqualTo("img-src https://img.clerk.com");
        assertThat(both.directive("worker-src")).isEqualTo("worker-src 'self' blob:");
        assertThat(both.directive("style-src", SELF)).isEqualTo("style-src 'self' 'unsafe-inline'");
    }

    // On a developer's machine nothing real is asked, so nothing real is allowed.
    @Test
    void allowsWhoeverStandsInAndNobodyElse() {
        PageAllowances standIn =
                PageAllowances.of(
                        List.of(way("clerk", Kind.CLERK, "https://clerk.example.org")),
                        Map.of("clerk", URI.create("http://127.0.0.1:8094/clerk")));

        assertThat(standIn.directive("script-src")).isEqualTo("script-src http://127.0.0.1:8094");
        assertThat(standIn.directive("connect-src")).isEqualTo("connect-src http://127.0.0.1:8094");
        assertThat(standIn.directive("frame-src")).isEmpty();
        assertThat(standIn.directive("style-src", SELF)).isEqualTo("style-src 'self'");
    }

    private static PageAllowances allowances(SignInWay... ways) {
        return PageAllowances.of(List.of(ways), Map.of());
    }

    private static SignInWay way(String id, Kind kind, String issuer) {
        return new SignInWay(
                id,
                kind,
                id,
                URI.create(issuer),
                "client",
                kind.redirects() ? null : "public",
                false,
                kind == Kind.FIREBASE ? Set.of("google.com") : Set.of());
    }
}
