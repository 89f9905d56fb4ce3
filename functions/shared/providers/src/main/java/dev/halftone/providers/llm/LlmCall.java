package dev.halftone.providers.llm;

import dev.halftone.core.SecretText;
import dev.halftone.core.generation.DirectProvider.Call;
import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.DirectProvider.Usage;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.BinaryParts;
import dev.halftone.providers.DirectHttp;
import dev.halftone.providers.PrintableKey;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Has a document written, and asks once more if what came is none of the form asked for. */
final class LlmCall implements Call {

    private static final String NOT_TOLD = "not-told";
    private static final Usage NOTHING = new Usage(0, 0);

    private final Duration callTimeout;
    private final ProviderBase base;
    private final Supplier<SecretText> key;
    private final LlmRequest request;
    private final LlmErrors errors;

    LlmCall(
            Duration callTimeout,
            ProviderBase base,
            Supplier<SecretText> key,
            LlmRequest request,
            LlmErrors errors) {
        this.callTimeout = callTimeout;
        this.base = base;
        this.key = key;
        this.request = request;
        this.errors = errors;
    }

    /** One order, from the first question to the last answer. */
    private record Task(ProviderOrder order, Path target, long bytesMax, long beganNanos) {}

    @Override
    public Outcome make(ProviderOrder order, Path target, long bytesMax) {
        return ask(new Task(order, target, bytesMax, System.nanoTime()), false, NOTHING);
    }

    private Outcome ask(Task task, boolean again, Usage before) {
        Duration left = callTimeout.minusNanos(System.nanoTime() - task.beganNanos());
        if (!left.isPositive()) {
            return malformed();
        }
        try (BinaryParts parts = new BinaryParts(Set.of(), LlmProtocol.UNREAD, task.bytesMax())) {
            return new DirectHttp(left)
                    .order(
                            () -> request(task.order(), again),
                            parts,
                            answer -> outcome(answer, task, again, before));
        }
    }

    private HttpRequest request(ProviderOrder order, boolean again) {
        return HttpRequest.newBuilder(base.resolve(LlmProtocol.COMPLETIONS))
                .header("Authorization", "Bearer " + PrintableKey.of(LlmProtocol.NAME, key.get()))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(
                        BodyPublishers.ofString(
                                request.body(
                                                order.route().endpoint(),
                                                order.request().prompt(),
                                                order.request().task(),
                                                again)
                                        .toString()))
                .build();
    }

    private Outcome outcome(ProviderAnswer answer, Task task, boolean again, Usage before) {
        if (!answer.isSuccess()) {
            return errors.outcome(answer, task.order().route().endpoint());
        }
        Usage usage = sum(before, LlmReply.usage(answer.body()));
        return switch (LlmReply.read(answer.body(), task.order().request().task().form())) {
            case LlmReply.Document document -> made(answer, document, task, usage);
            case LlmReply.Malformed _ -> again ? malformed() : ask(task, true, usage);
            case LlmReply.Useless useless -> useless.instead();
        };
    }

    private static Outcome made(
            ProviderAnswer answer, LlmReply.Document document, Task task, Usage usage) {
        byte[] json = document.json().getBytes(StandardCharsets.UTF_8);
        if (json.length > task.bytesMax()) {
            return new Outcome.Refused(FailureReason.INVALID_RESULT, "the document is too large");
        }
        try {
            Files.write(task.target(), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Outcome.Made(new ProviderRequest(LlmProtocol.NAME, id(answer), Map.of()), usage);
    }

    private static Outcome malformed() {
        return new Outcome.Refused(
                FailureReason.INVALID_RESULT, "no document of the form that was asked for");
    }

    private static Usage sum(Usage one, Usage other) {
        return new Usage(
                one.inputTokens() + other.inputTokens(), one.outputTokens() + other.outputTokens());
    }

    private static String id(ProviderAnswer answer) {
        return answer.text(LlmProtocol.ID).filter(Results::isRequestId).orElse(NOT_TOLD);
    }
}
