package dev.halftone.identity;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a provider's discovery document that the code flow needs. */
record ProviderMetadata(URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri) {

    /** Empty unless the document is of exactly this issuer and every address may be called. */
    static Optional<ProviderMetadata> parse(URI issuer, String json) {
        try {
            Map<String, Object> document = JsonText.object(json);
            if (!issuer.toString().equals(JSONObjectUtils.getString(document, "issuer"))) {
                return Optional.empty();
            }
            ProviderMetadata metadata =
                    new ProviderMetadata(
                            address(document, "authorization_endpoint"),
                            address(document, "token_endpoint"),
                            address(document, "jwks_uri"));
            return metadata.addresses().stream()
                            .allMatch(address -> Endpoints.allowedFrom(issuer, address))
                    ? Optional.of(metadata)
                    : Optional.empty();
        } catch (ParseException _) {
            return Optional.empty();
        }
    }

    private List<URI> addresses() {
        return List.of(authorizationEndpoint, tokenEndpoint, jwksUri);
    }

    private static URI address(Map<String, Object> document, String name) throws ParseException {
        try {
            return new URI(JsonText.required(document, name));
        } catch (URISyntaxException _) {
            throw new ParseException("Not an address: " + name, 0);
        }
    }
}
