package dev.halftone.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.TransientFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Protects: a snapshot holds a warm function, or the log says why not; a broken one fails. */
class SnapshotHookTest {
    private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();
    private static final PrintStream CONSOLE = System.out;
    private static final AtomicReference<Route> ROUTE = new AtomicReference<>();
    private static final AtomicReference<Runnable> PART = new AtomicReference<>();
    // What Spring Cloud Function starts, one after another; a test's own would start it again.
    private static final PrimedHandler HANDLER =
            ScopedValue.where(Environment.HOSTED, Map.of()).call(PrimedHandler::new);

    private final List<String> primed = new ArrayList<>();

    /** Answers as the test says, and has one part that wants priming. */
    public static class PrimedApplication extends FunctionApplication {
        @Override
        protected Function<InputStream, byte[]> compose(Environment environment) {
            primed(PART, part -> Objects.requireNonNull(part.get()).run());
            return new HttpFunction(
                    Map.of(
                            "GET /",
                            request -> Objects.requireNonNull(ROUTE.get()).handle(request)));
        }
    }

    private static final class PrimedHandler extends LambdaEntry {
        PrimedHandler() {
            super(PrimedApplication.class);
        }
    }

    @BeforeAll
    static void listen() {
        System.setOut(new PrintStream(PRINTED, true, StandardCharsets.UTF_8));
    }

    @AfterAll
    static void giveTheConsoleBack() {
        System.setOut(CONSOLE);
    }

    @BeforeEach
    void answerAsExpected() {
        PRINTED.reset();
        ROUTE.set(
                request -> {
                    primed.add(request.path());
                    return HttpResponse.json(200, Map.of());
                });
        PART.set(() -> primed.add("part"));
    }

    @Test
    void answersThePrimingEventThroughTheWholeEntryAndCallsThePrimedParts() throws IOException {
        prime();

        assertThat(primed).containsExactly("/priming", "part");
        assertThat(printed()).contains("Primed for the snapshot").contains("Request answered");
        assertThat(printed()).doesNotContain("Priming incomplete");
    }

    // Method: it throws if its own server does not answer.
    @Test
    void warmsOutboundHttpWithoutLeavingTheProcess() {
        assertThatCode(LoopbackCall::make).doesNotThrowAnyException();
    }

    // A client's request must never reach what runs before a snapshot only.
    @Test
    void aRequestPrimesNothing() throws IOException {
        HANDLER.handleRequest(
                new ByteArrayInputStream(HttpEvent.read("site", "index").bytes()),
                new ByteArrayOutputStream(),
                new TestContext(HandlerDriver.REQUEST_ID));

        assertThat(primed).containsExactly("/");
    }

    @Test
    void saysInTheLogThatAnAnswerWasNotTheExpectedOne() throws IOException {
        ROUTE.set(
                _ -> {
                    throw new TransientFailure("dynamodb", "no answer");
                });

        prime();

        assertThat(printed()).contains("Priming incomplete", "statusCode is 503 instead of 200");
    }

    @Test
    void aDependencyOutOfReachDoesNotPreventTheSnapshot() throws IOException {
        PART.set(
                () -> {
                    throw new TransientFailure("sqs", "no answer");
                });

        prime();

        assertThat(printed()).contains("Priming incomplete", "sqs is out of reach");
    }

    @Test
    void aBrokenPackagePreventsTheSnapshot() {
        PART.set(
                () -> {
                    throw new IllegalStateException("broken");
                });

        assertThatThrownBy(SnapshotHookTest::prime).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFunctionWithoutPrimingEventsPreventsTheSnapshot() {
        assertThatThrownBy(() -> PrimingEvent.of(String.class))
                .hasMessageContaining("priming.json");
    }

    private static void prime() throws IOException {
        HANDLER.hook().prime();
    }

    private static String printed() {
        return PRINTED.toString(StandardCharsets.UTF_8);
    }
}
