package dev.halftone.function.providerwebhook;

import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.generation.WorkQueue;
import dev.halftone.core.privacy.LogField;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import dev.halftone.lambda.Route;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Judges a provider's callback and wakes the poll of its generation. What the callback says of the
 * result is not looked at: the poll asks for it, with our key.
 */
final class ProviderWebhookFunction implements Route {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderWebhookFunction.class);
    // A callback describes pictures, it does not contain them.
    private static final int BODY_BYTES_MAX = 256 * 1024;

    private final Verdict.Judge judge;
    private final WorkQueue queue;

    ProviderWebhookFunction(Verdict.Judge judge, WorkQueue queue) {
        this.judge = judge;
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
        return switch (judge.judge(generation.get(), request)) {
            case Verdict.Wake wake -> wake(wake.item());
            case Verdict.Ignore _ -> HttpResponse.json(200, Map.of());
            case Verdict.Refuse refuse -> refuse(generation.get(), refuse.why());
        };
    }

    private HttpResponse wake(WorkItem item) {
        queue.send(item, Duration.ZERO);
        LoggingEventBuilder line =
                LOG.atInfo().addKeyValue(LogField.GENERATION.key(), item.generation());
        String request = item.providerRequestId();
        (request == null ? line : line.addKeyValue(LogField.PROVIDER_REQUEST.key(), request))
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
