package dev.halftone.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One constructed handler, invoked with an event's JSON as Lambda does, within its timeout. */
final class HostedFunction {
    private final FunctionDeclaration declaration;
    private final RequestStreamHandler handler;
    private final PrintStream log;

    HostedFunction(FunctionDeclaration declaration, RequestStreamHandler handler, PrintStream log) {
        this.declaration = declaration;
        this.handler = handler;
        this.log = log;
    }

    FunctionDeclaration declaration() {
        return declaration;
    }

    InvokeOutcome invoke(String event) {
        return invoke(event, declaration.timeout());
    }

    /** A caller that waits less than the function may take gives up before it ends. */
    InvokeOutcome invoke(String event, Duration patience) {
        FutureTask<String> run = new FutureTask<>(() -> handle(event));
        Thread.ofVirtual().name(declaration.logicalId()).start(run);
        Duration limit = min(patience, declaration.timeout());
        try {
            return new InvokeOutcome.Answered(run.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            run.cancel(true);
            log.println(declaration.logicalId() + " did not answer within " + limit);
            return new InvokeOutcome.TimedOut();
        } catch (InterruptedException e) {
            run.cancel(true);
            Thread.currentThread().interrupt();
            return new InvokeOutcome.Failed(e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            log.println(declaration.logicalId() + " failed: " + cause);
            return new InvokeOutcome.Failed(cause);
        }
    }

    private String handle(String event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                answer,
                FunctionContext.of(declaration, log));
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
