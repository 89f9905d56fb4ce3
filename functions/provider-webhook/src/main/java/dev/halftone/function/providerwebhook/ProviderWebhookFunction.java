package dev.halftone.function.providerwebhook;

import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.generation.WorkQueue;
import dev.halftone.core.privacy.LogField;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import dev.halftone.lambda.Route;
import dev.halftone.providers.fal.FalWebhookVerifier;
import dev.halftone.providers.fal.FalWebhookVerifier.VerifyOutcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies a callback of fal.ai and wakes the poll of its generation. What the callback says of the
 * result is not looked at: the poll asks for it, with our key.
 */
final class ProviderWebhookFunction implements Route {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderWebhookFunction.class);
    // A callback describes pictures, it does not contain them.
    private static final int BODY_BYTES_MAX = 256 * 1024;

    private final FalWebhookVerifier verifier;
    private final WorkQueue queue;

    ProviderWebhookFunction(FalWebhookVerifier verifier, WorkQueue queue) {
        this.verifier = verifier;
        this.queue = queue;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        Optional<GenerationId> generation = GenerationId.parse(request.pathParameter("id"));
        if (generation.isEmpty()) {
            return Problem.of(404, "unknown_generation", "There is no such generation.").response();
        }
        if (request.body().size() > BODY_BYTES_MAX) {
            return Problem.of(413, "body_too_large", "A callback has at most 256 KB.").response();
        }
        return switch (verifier.verify(request.headers(), request.body().bytes())) {
            case VerifyOutcome.Genuine genuine -> wake(generation.get(), genuine.requestId());
            case VerifyOutcome.Refused refused -> refuse(generation.get(), refused.why());
        };
    }

    private HttpResponse wake(GenerationId generation, String providerRequestId) {
        queue.send(WorkItem.callback(generation, providerRequestId), Duration.ZERO);
        LOG.atInfo()
                .addKeyValue(LogField.GENERATION.key(), generation)
                .addKeyValue(LogField.PROVIDER_REQUEST.key(), providerRequestId)
                .log("Callback accepted");
        return HttpResponse.json(200, Map.of());
    }

    private static HttpResponse refuse(GenerationId generation, String why) {
        LOG.atWarn()
                .addKeyValue(LogField.GENERATION.key(), generation)
                .addKeyValue(LogField.DETAIL.key(), why)
                .log("Callback refused");
        return Problem.of(401, "invalid_signature", "The signature of the callback is not valid.")
                .response();
    }
}
