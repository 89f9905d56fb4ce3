package dev.halftone.providers.google;

import dev.halftone.core.SecretText;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.ProviderTimeouts;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.function.Supplier;

/** Requests to the models of one region of Vertex AI, as who we are. */
record VertexAccess(ProviderBase base, String region, AccessTokens tokens) {

    // Where nobody asks for a region, none is pinned.
    private static final String EVERYWHERE = "global";

    static VertexAccess of(
            String provider,
            URI global,
            String region,
            VertexProvider.Identity identity,
            Supplier<URI> publicUrl,
            Clock clock) {
        return new VertexAccess(
                new ProviderBase(provider, VertexAddress.base(global, region), publicUrl),
                region,
                new AccessTokens(identity, new TokenEndpoints(publicUrl), clock));
    }

    static VertexAccess of(String provider, ProviderSetting setting) {
        return of(
                provider,
                setting.baseUrl(),
                setting.region() == null ? EVERYWHERE : setting.region(),
                new VertexProvider.Identity(setting.key(), setting.us().callerIdentity()),
                setting.us().publicUrl(),
                setting.clock());
    }

    /** Calls in the usual way that show no key by themselves: each request is complete. */
    static ProviderHttp http(String provider, ProviderTimeouts timeouts) {
        return new ProviderHttp(provider, "", () -> new SecretText("-"), timeouts);
    }

    /**
     * To do something with a model, without a body.
     *
     * @param verb with its colon
     */
    HttpRequest.Builder request(String model, String verb) {
        AccessToken token = tokens.current();
        return HttpRequest.newBuilder(base.resolve("/v1/" + name(token, model) + verb))
                .header("Authorization", "Bearer " + token.value().reveal())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
    }

    /** How Google calls a model of ours in this region. */
    String name(String model) {
        return name(tokens.current(), model);
    }

    private String name(AccessToken token, String model) {
        return VertexAddress.model(token.project(), region, model);
    }
}
