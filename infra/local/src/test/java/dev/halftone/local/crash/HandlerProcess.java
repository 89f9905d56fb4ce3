package dev.halftone.local.crash;

import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.LambdaEntry;
import dev.halftone.lambda.TestContext;
import dev.halftone.testing.crash.Lifeline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One execution environment of one function, from its start to its death. */
final class HandlerProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LambdaEntry handler;
    private final Outside outside;
    private CompletableFuture<Outcome> running =
            CompletableFuture.completedFuture(new Outcome.Died());

    /** What the caller sees. */
    sealed interface Outcome {

        record Answered(String json) implements Outcome {}

        /** It threw, as a handler does that does not know what to say. */
        record Failed() implements Outcome {}

        /** Nothing, ever. */
        record Died() implements Outcome {}

        /** Nothing yet. */
        record Frozen() implements Outcome {}
    }

    /** The handler as it is deployed, but for its application. */
    private static final class Entry extends LambdaEntry {
        Entry(Class<? extends FunctionApplication> application) {
            super(application);
        }
    }

    private HandlerProcess(LambdaEntry handler, Outside outside) {
        this.handler = handler;
        this.outside = outside;
    }

    static HandlerProcess start(
            Class<? extends FunctionApplication> application,
            Map<String, String> variables,
            Clock clock,
            Outside outside) {
        LambdaEntry handler =
                ScopedValue.where(Environment.HOSTED, variables)
                        .where(Environment.HOSTED_CLOCK, clock)
                        .call(() -> new Entry(application));
        return new HandlerProcess(handler, outside);
    }

    Lifeline lifeline() {
        return outside.lifeline();
    }

    /** Calls the handler and waits until it answers, dies or freezes. */
    Outcome invoke(byte[] event) {
        lifeline().begin();
        running = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .start(
                        () ->
                                running.complete(
                                        ScopedValue.where(Outside.CURRENT, outside)
                                                .call(() -> call(event))));
        return await(
                CompletableFuture.anyOf(
                        running,
                        lifeline()
                                .frozen()
                                .thenApply(_ -> new Outcome.Frozen())
                                .toCompletableFuture()));
    }

    /** Lets it go on after it froze, to its end. */
    Outcome thaw() {
        lifeline().thaw();
        return await(running);
    }

    private Outcome call(byte[] event) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(event),
                    output,
                    new TestContext(UUID.randomUUID().toString()));
            outside.cloud().answered();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error _) {
            return lifeline().isDead() ? new Outcome.Died() : new Outcome.Failed();
        }
        // Its code may have gone on for a while, but nobody has heard of it.
        return lifeline().isDead()
                ? new Outcome.Died()
                : new Outcome.Answered(output.toString(StandardCharsets.UTF_8));
    }

    private static Outcome await(CompletableFuture<?> outcome) {
        try {
            return (Outcome) outcome.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("A process neither ended nor froze", e);
        }
    }
}
