package dev.halftone.providers.google;

import dev.halftone.core.CallerIdentity;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import dev.halftone.core.TransientFailure;
import dev.halftone.providers.ProviderAnswer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** How we come by a token. */
sealed interface GoogleCredential permits ServiceAccount, FederatedIdentity {

    AccessToken token(TokenEndpoints endpoints, CallerIdentity caller, Instant now);

    /**
     * Reads Google's own JSON.
     *
     * @throws PermanentFailure naming what is wrong with it, and never what is in it
     */
    static GoogleCredential read(SecretText credential) {
        JsonNode json = ProviderAnswer.read(credential.reveal().getBytes(StandardCharsets.UTF_8));
        return switch (json.path("type").asString("")) {
            case "service_account" -> ServiceAccount.read(json);
            case "external_account" -> FederatedIdentity.read(json);
            default ->
                    throw failure(
                            "the credential is neither a service account's nor a federation's");
        };
    }

    static String text(JsonNode json, String name) {
        return ProviderAnswer.text(json, name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> failure("the credential has no " + name));
    }

    static URI address(JsonNode json, String name) {
        try {
            return URI.create(text(json, name));
        } catch (IllegalArgumentException _) {
            throw failure("the credential's " + name + " is no address");
        }
    }

    static PermanentFailure failure(String message) {
        return new PermanentFailure(GoogleProtocol.VERTEX, message);
    }

    /** Reads the answer of either endpoint for tokens. */
    static AccessToken token(JsonNode answer, String project, Instant now) {
        return new AccessToken(
                ProviderAnswer.text(answer, "access_token")
                        .filter(text -> !text.isBlank())
                        .map(SecretText::new)
                        // That says nothing about the credential.
                        .orElseThrow(
                                () ->
                                        new TransientFailure(
                                                GoogleProtocol.VERTEX, "no token in the answer")),
                project,
                now.plusSeconds(Math.clamp(answer.path("expires_in").asLong(0), 0, 43_200)));
    }
}
