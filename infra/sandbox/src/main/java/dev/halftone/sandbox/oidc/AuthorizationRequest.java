package dev.halftone.sandbox.oidc;

import dev.halftone.sandbox.http.Params;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A checked authorization request. */
record AuthorizationRequest(
        String clientId, String redirectUri, String state, String nonce, String challenge) {

    /** What the page repeats as hidden fields, so that its form is the request again. */
    static final List<String> FIELDS =
            List.of(
                    "client_id",
                    "redirect_uri",
                    "response_type",
                    "scope",
                    "state",
                    "nonce",
                    "code_challenge",
                    "code_challenge_method");

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    sealed interface ReadOutcome {
        record Accepted(AuthorizationRequest request) implements ReadOutcome {}

        /** The client cannot be trusted with an answer: a page says why, nothing is redirected. */
        record Untrusted(String reason) implements ReadOutcome {}

        /** The client is known, its request is wrong: it is told at its redirect URI. */
        record Refused(String redirectUri, @Nullable String state, String error, String reason)
                implements ReadOutcome {}
    }

    /**
     * Reads one.
     *
     * @param scopes that it has to ask for, at least
     */
    static ReadOutcome read(
            Params params,
            String clientId,
            Set<URI> allowedPrefixes,
            String scopes,
            boolean nonceRequired) {
        if (!clientId.equals(params.get("client_id"))) {
            return new ReadOutcome.Untrusted("invalid_client: client_id is not registered.");
        }
        String redirectUri = params.get("redirect_uri");
        if (redirectUri == null || !allowed(redirectUri, allowedPrefixes)) {
            return new ReadOutcome.Untrusted(
                    "redirect_uri_mismatch: redirect_uri is not registered.");
        }
        String state = params.get("state");
        String nonce = params.get("nonce");
        String challenge = params.get("code_challenge");
        if (!"code".equals(params.get("response_type"))) {
            return refused(redirectUri, state, "unsupported_response_type", "use code");
        }
        if (!Arrays.asList(params.or("scope", "").split(" ", -1))
                .containsAll(Arrays.asList(scopes.split(" ", -1)))) {
            return refused(redirectUri, state, "invalid_scope", scopes + " is missing");
        }
        if (challenge == null
                || !CHALLENGE.matcher(challenge).matches()
                || !"S256".equals(params.get("code_challenge_method"))) {
            return refused(redirectUri, state, "invalid_request", "PKCE with S256 is required");
        }
        if (state == null
                || state.isEmpty()
                || (nonceRequired && (nonce == null || nonce.isEmpty()))) {
            return refused(redirectUri, state, "invalid_request", "state and nonce are required");
        }
        return new ReadOutcome.Accepted(
                new AuthorizationRequest(
                        clientId, redirectUri, state, nonce == null ? "" : nonce, challenge));
    }

    private static ReadOutcome refused(
            String redirectUri, @Nullable String state, String error, String reason) {
        return new ReadOutcome.Refused(redirectUri, state, error, reason);
    }

    /** Compared part by part: as text, http://localhost:8080 is also a prefix of port 80801. */
    private static boolean allowed(String redirectUri, Set<URI> prefixes) {
        URI uri;
        try {
            uri = URI.create(redirectUri);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
        if (uri.getHost() == null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            return false;
        }
        return prefixes.stream()
                .anyMatch(
                        prefix ->
                                origin(prefix).equals(origin(uri))
                                        && uri.normalize()
                                                .getRawPath()
                                                .startsWith(prefix.getRawPath()));
    }

    static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
