package dev.halftone.providers.google;

import dev.halftone.core.CallerIdentity;
import dev.halftone.core.SecretText;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our role at AWS, which Google trusts: no key of Google's is kept anywhere. A request that asks
 * AWS who we are is signed here and sent by Google. (cloud.google.com/iam/docs/reference/sts/rest)
 *
 * @param impersonation where the service account that we act for gives its token; {@code null} if
 *     we act for ourselves
 */
record FederatedIdentity(
        String audience, String project, URI tokenAddress, @Nullable URI impersonation)
        implements GoogleCredential {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final String AWS_REQUEST = "urn:ietf:params:aws:token-type:aws4_request";
    private static final String TARGET = "x-goog-cloud-target-resource";
    private static final String IMPERSONATION = "service_account_impersonation_url";
    private static final String LIFETIME = "3600s";

    static FederatedIdentity read(JsonNode json) {
        if (!AWS_REQUEST.equals(json.path("subject_token_type").asString(""))) {
            throw GoogleCredential.failure("the credential's federation is not with AWS");
        }
        return new FederatedIdentity(
                GoogleCredential.text(json, "audience"),
                GoogleCredential.text(json, "quota_project_id"),
                GoogleCredential.address(json, "token_url"),
                json.hasNonNull(IMPERSONATION)
                        ? GoogleCredential.address(json, IMPERSONATION)
                        : null);
    }

    @Override
    public AccessToken token(TokenEndpoints endpoints, CallerIdentity caller, Instant now) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("grant_type", GRANT);
        fields.put("audience", audience);
        fields.put("scope", GoogleProtocol.SCOPE);
        fields.put("requested_token_type", ACCESS_TOKEN);
        fields.put("subject_token_type", AWS_REQUEST);
        fields.put("subject_token", subjectToken(caller));
        AccessToken own =
                GoogleCredential.token(endpoints.form(tokenAddress, fields), project, now);
        return impersonation == null ? own : impersonated(endpoints, own.value(), impersonation);
    }

    /** The signed request as JSON, encoded once more than the form would. */
    private String subjectToken(CallerIdentity caller) {
        CallerIdentity.SignedRequest request = caller.sign(TARGET, audience);
        ObjectNode token = JsonNodeFactory.instance.objectNode();
        token.put("url", request.url().toString()).put("method", request.method());
        ArrayNode headers = token.putArray("headers");
        request.headers()
                .forEach((name, value) -> headers.addObject().put("key", name).put("value", value));
        return TokenEndpoints.encoded(token.toString());
    }

    private AccessToken impersonated(TokenEndpoints endpoints, SecretText own, URI address) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("scope").add(GoogleProtocol.SCOPE);
        body.put("lifetime", LIFETIME);
        JsonNode answer = endpoints.json(address, own, body);
        try {
            return new AccessToken(
                    new SecretText(GoogleCredential.text(answer, "accessToken")),
                    project,
                    Instant.parse(GoogleCredential.text(answer, "expireTime")));
        } catch (DateTimeException _) {
            throw GoogleCredential.failure("a token without a time of expiry");
        }
    }
}
