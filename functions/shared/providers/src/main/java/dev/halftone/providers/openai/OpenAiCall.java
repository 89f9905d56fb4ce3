package dev.halftone.providers.openai;

import dev.halftone.core.SecretText;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.generation.DirectProvider.Call;
import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.DirectProvider.Usage;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.BinaryParts;
import dev.halftone.providers.DirectHttp;
import dev.halftone.providers.InputMedia;
import dev.halftone.providers.PrintableKey;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.Results;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Asks for one picture, and takes it out of the answer. */
final class OpenAiCall implements Call {

    private static final String SAFETY_IDENTIFIER = "openai-safety-identifier";
    private static final int IDENTIFIER_CHARACTERS = 32;
    private static final String NOT_TOLD = "not-told";

    private final DirectHttp http;
    private final ProviderBase base;
    private final Supplier<SecretText> key;
    private final Supplier<SigningKey> signingKey;
    private final OpenAiErrors errors;

    OpenAiCall(
            DirectHttp http,
            ProviderBase base,
            Supplier<SecretText> key,
            Supplier<SigningKey> signingKey,
            OpenAiErrors errors) {
        this.http = http;
        this.base = base;
        this.key = key;
        this.signingKey = signingKey;
        this.errors = errors;
    }

    @Override
    public Outcome make(ProviderOrder order, Path target, long bytesMax) {
        try (BinaryParts parts =
                new BinaryParts(Set.of(OpenAiProtocol.PICTURE), Set.of(), bytesMax)) {
            return http.order(
                    () -> request(order),
                    parts,
                    answer -> outcome(answer, order.route(), parts, target));
        }
    }

    private HttpRequest request(ProviderOrder order) {
        return HttpRequest.newBuilder(base.resolve(address(order)))
                .header(
                        "Authorization",
                        "Bearer " + PrintableKey.of(OpenAiProtocol.NAME, key.get()))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body(order).toString()))
                .build();
    }

    /** What starts from pictures is asked for elsewhere. */
    private static String address(ProviderOrder order) {
        return order.references().isEmpty() ? OpenAiProtocol.GENERATIONS : OpenAiProtocol.EDITS;
    }

    private ObjectNode body(ProviderOrder order) {
        Dimensions size =
                OpenAiSize.of(order.request().aspectRatio(), order.request().resolution());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (!order.references().isEmpty()) {
            ArrayNode pictures = body.putArray("images");
            order.references()
                    .forEach(
                            each ->
                                    pictures.addObject()
                                            .put("image_url", InputMedia.address(each)));
        }
        return body.put("model", order.route().endpoint())
                .put("prompt", order.request().words())
                .put("n", 1)
                .put("size", size.width() + "x" + size.height())
                .put("quality", OpenAiProtocol.QUALITY)
                .put("output_format", "png")
                .put("safety_identifier", identifier(order.owner()));
    }

    /**
     * Tells OpenAI which requests are one person's, and neither who that is nor what we call them.
     */
    private String identifier(UserId owner) {
        byte[] hash = signingKey.get().sign(SAFETY_IDENTIFIER, owner.value());
        return HexFormat.of().formatHex(hash).substring(0, IDENTIFIER_CHARACTERS);
    }

    private Outcome outcome(ProviderAnswer answer, Route route, BinaryParts parts, Path target) {
        if (!answer.isSuccess()) {
            return errors.outcome(answer, route);
        }
        JsonNode picture =
                answer.body().path(OpenAiProtocol.DATA).path(0).path(OpenAiProtocol.PICTURE);
        if (!parts.move(picture, target)) {
            return new Outcome.Refused(FailureReason.INVALID_RESULT, "no picture in the answer");
        }
        return new Outcome.Made(
                new ProviderRequest(OpenAiProtocol.NAME, id(answer), Map.of()),
                usage(answer.body().path(OpenAiProtocol.USAGE)));
    }

    private static String id(ProviderAnswer answer) {
        return answer.headers()
                .firstValue(OpenAiProtocol.REQUEST_ID)
                .filter(Results::isRequestId)
                .orElse(NOT_TOLD);
    }

    private static Usage usage(JsonNode usage) {
        return new Usage(
                Math.max(0, usage.path(OpenAiProtocol.INPUT_TOKENS).asLong(0)),
                Math.max(0, usage.path(OpenAiProtocol.OUTPUT_TOKENS).asLong(0)));
    }
}
