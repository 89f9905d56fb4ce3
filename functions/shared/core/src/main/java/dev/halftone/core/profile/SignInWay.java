package dev.halftone.core.profile;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way to sign in that the operator offers.
 *
 * @param id our short name of it, as in its routes
 * @param title what people know it as
 * @param issuer who vouches for people; with a subject it names an identity, so no two ways share
 *     one
 * @param clientId what the provider calls this service; a Firebase project's id
 * @param publicKey what the provider's own script in the page is shown; no secret
 * @param oneTap whether Google's own prompt is offered, whose script the page then loads on a click
 * @param through by which of its own providers people may have come to Firebase
 */
public record SignInWay(
        String id,
        Kind kind,
        String title,
        URI issuer,
        String clientId,
        @Nullable String publicKey,
        boolean oneTap,
        Set<String> through) {

    /** As what the stand-ins of one machine know this service; registered nowhere else. */
    private static final String LOCAL_CLIENT = "halftone-local";

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,23}");

    /** Which rules its proofs follow. */
    public enum Kind {
        GOOGLE,
        GITHUB,
        CLERK,
        FIREBASE,
        /** Any provider of OpenID Connect that describes itself (Discovery 1.0). */
        OIDC;

        /** Whether the browser is sent there and comes back with a code. */
        public boolean redirects() {
            return switch (this) {
                case GOOGLE, GITHUB, OIDC -> true;
                case CLERK, FIREBASE -> false;
            };
        }
    }

    public SignInWay {
        through = Set.copyOf(through);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("is no short name in lower case");
        }
        if (!"https".equals(issuer.getScheme()) || issuer.getHost() == null) {
            throw new IllegalArgumentException("has an issuer without an https address");
        }
        if (clientId.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("has no title or client");
        }
        if (oneTap && kind != Kind.GOOGLE) {
            throw new IllegalArgumentException("is not Google's, and only that has one-tap");
        }
        // Whoever may make any account there would be anybody here.
        if ((kind == Kind.FIREBASE) == through.isEmpty()) {
            throw new IllegalArgumentException("has to say through whom, if it is Firebase");
        }
        if (!kind.redirects() && publicKey == null) {
            throw new IllegalArgumentException("has no public key for the page");
        }
    }

    /** Whether it leads in only where something stands in for its issuer. */
    public boolean isLocal() {
        return clientId.equals(LOCAL_CLIENT);
    }
}
