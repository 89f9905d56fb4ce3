package dev.halftone.providers.google;

import dev.halftone.core.generation.DirectProvider.Call;
import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.ProviderInput;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.BinaryParts;
import dev.halftone.providers.DirectHttp;
import dev.halftone.providers.InputMedia;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Asks for one picture. */
final class GenerateContentCall implements Call {

    private final String provider;
    private final DirectHttp http;
    private final Way way;
    private final GoogleErrors errors;

    /** One of the two ways to the same models. */
    interface Way {

        /** A request with JSON to where the model is, by us, without its body. */
        HttpRequest.Builder to(ProviderOrder order);

        /** What only this way understands. */
        void addTo(ObjectNode imageConfig);

        /** That our identity was not accepted, so that it is made anew next time. */
        void refused();
    }

    GenerateContentCall(String provider, DirectHttp http, Way way, GoogleErrors errors) {
        this.provider = provider;
        this.http = http;
        this.way = way;
        this.errors = errors;
    }

    @Override
    public Outcome make(ProviderOrder order, Path target, long bytesMax) {
        try (BinaryParts parts =
                new BinaryParts(Set.of(GoogleProtocol.DATA), GoogleProtocol.UNREAD, bytesMax)) {
            return http.order(
                    () -> request(order),
                    parts,
                    answer -> {
                        if (answer.isSuccess()) {
                            return new GeneratedContent(provider, answer.body())
                                    .outcome(parts, target);
                        }
                        if (answer.code() == 401) {
                            way.refused();
                        }
                        return errors.outcome(answer, order.route());
                    });
        }
    }

    private HttpRequest request(ProviderOrder order) {
        return way.to(order).POST(BodyPublishers.ofString(body(order).toString())).build();
    }

    private ObjectNode body(ProviderOrder order) {
        GenerationRequest request = order.request();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode parts =
                body.putArray("contents").addObject().put("role", "user").putArray("parts");
        parts.addObject().put("text", request.words());
        for (ProviderInput each : order.references()) {
            parts.addObject()
                    .putObject("inlineData")
                    .put("mimeType", each.contentType())
                    .put(GoogleProtocol.DATA, InputMedia.base64(each));
        }
        ObjectNode config = body.putObject("generationConfig");
        config.putArray("responseModalities").add("IMAGE");
        ObjectNode image =
                config.putObject("imageConfig")
                        .put("aspectRatio", request.aspectRatio().toString())
                        .put("imageSize", request.resolution().label());
        way.addTo(image);
        return body;
    }
}
