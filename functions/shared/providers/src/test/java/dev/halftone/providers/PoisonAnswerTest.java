package dev.halftone.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.ScriptedServer.Answer;
import dev.halftone.providers.dreammachine.DreamMachineProvider;
import dev.halftone.providers.fal.FalProvider;
import dev.halftone.providers.gmi.GmiProvider;
import dev.halftone.providers.google.GeminiProvider;
import dev.halftone.providers.hedra.HedraProvider;
import dev.halftone.providers.luma.LumaProvider;
import dev.halftone.providers.openai.OpenAiProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Protects: no answer breaks its reader, whatever a provider puts into it. Method: recorded
 * answers, each part of them replaced in turn by what nobody agreed on.
 */
class PoisonAnswerTest {

    private static final String MARK = "poisoned here";
    private static final String FAL_MODEL = "fal-ai/nano-banana-pro";
    private static final String REQUEST_ID = "request-1";
    private static final List<String> PARTS =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "1.5",
                    "1e400",
                    "9".repeat(400),
                    "\"\"",
                    "\"http://[\"",
                    "\"\\u0000\\ud800\"",
                    "\"" + "x".repeat(10_000) + "\"",
                    "[]",
                    "[null,[{}],7]",
                    "{}",
                    "{\"a\":1,\"a\":{}}");
    private static final List<String> DOCUMENTS =
            List.of(
                    "",
                    "null",
                    "[]",
                    "7",
                    "\"text\"",
                    "{",
                    "{\"a\":NaN}",
                    "\uFEFF{}",
                    "[".repeat(100_000),
                    "{\"status\":".repeat(5_000),
                    "<html>");

    @TempDir private Path folder;
    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void close() {
        server.close();
    }

    /** An adapter, and recorded answers of its provider. */
    record Adapter<T>(
            String name,
            Function<ProviderSetting, T> composed,
            ProviderOrder order,
            List<String> recorded) {

        List<String> answers() {
            return answers(recorded);
        }

        List<String> answers(List<String> names) {
            Recordings recordings = new Recordings(name);
            List<String> answers = new ArrayList<>(DOCUMENTS);
            names.forEach(each -> answers.addAll(poisoned(recordings.text(each))));
            return answers;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Adapter<Provider>> later() {
        return List.of(
                adapter(
                        "fal",
                        FalProvider::of,
                        FAL_MODEL,
                        "state-in-queue",
                        "state-completed-with-error"),
                adapter(
                        "gmi",
                        GmiProvider::of,
                        "seedream-5.0-lite",
                        "state-success",
                        "state-failed"),
                adapter(
                        "hedra",
                        HedraProvider::of,
                        "flux2-pro",
                        "job-completed-partly",
                        "job-failed"),
                adapter(
                        "luma",
                        LumaProvider::of,
                        "uni-1",
                        "state-completed",
                        "state-failed-rate-limited"),
                adapter(
                        "dream-machine",
                        DreamMachineProvider::of,
                        "photon-1",
                        "state-completed",
                        "state-failed"));
    }

    static List<Adapter<DirectProvider>> atOnce() {
        return List.of(
                adapter(
                        "openai",
                        OpenAiProvider::of,
                        "gpt-image-2.5-flare",
                        "picture",
                        "error-input"),
                adapter(
                        "google",
                        GeminiProvider::of,
                        "gemini-nano-banana-2.1",
                        "picture",
                        "error-quota"));
    }

    private static <T> Adapter<T> adapter(
            String name,
            Function<ProviderSetting, T> composed,
            String endpoint,
            String... recorded) {
        return new Adapter<>(name, composed, Orders.picture(name, endpoint), List.of(recorded));
    }

    @ParameterizedTest
    @MethodSource("later")
    void readsEveryAnswerAboutWork(Adapter<Provider> adapter) {
        readPolls(adapter);
    }

    /** There the result is an answer of its own. */
    @Test
    void readsEveryResultOfWorkThatIsDone() {
        server.on(
                "GET",
                "/" + FAL_MODEL + "/requests/" + REQUEST_ID + "/status",
                Answer.of(200, "{\"status\":\"COMPLETED\"}"));
        readPolls(adapter("fal", FalProvider::of, FAL_MODEL, "result", "result-film"));
    }

    private void readPolls(Adapter<Provider> adapter) {
        Provider provider = adapter.composed().apply(Settings.of(server.base(), "key"));
        ProviderRequest request =
                provider.submission().requestOf(adapter.order().route(), REQUEST_ID);
        for (String answer : adapter.answers()) {
            server.otherwise(Answer.of(200, answer));
            assertThat(read(answer, () -> provider.polling().poll(request)))
                    .as(answer)
                    .satisfies(PoisonAnswerTest::namesOnlyPlaces);
        }
    }

    @ParameterizedTest
    @MethodSource("later")
    void readsEveryAnswerToAnOrder(Adapter<Provider> adapter) {
        Provider provider = adapter.composed().apply(Settings.of(server.base(), "key"));
        for (String answer : adapter.answers(List.of("accepted"))) {
            server.otherwise(Answer.of(answer.length() % 2 == 0 ? 200 : 422, answer));
            SubmissionOutcome outcome =
                    read(answer, () -> provider.submission().submit(adapter.order()));
            if (outcome instanceof SubmissionOutcome.Taken taken) {
                assertThat(taken.request().id()).as(answer).matches(Results::isRequestId);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("atOnce")
    void readsEveryAnswerThatShouldBeTheResult(Adapter<DirectProvider> adapter) {
        DirectProvider provider = adapter.composed().apply(Settings.of(server.base(), "key"));
        Path target = folder.resolve("target");
        for (String answer : adapter.answers()) {
            server.otherwise(Answer.of(answer.length() % 2 == 0 ? 200 : 400, answer));
            assertThat(read(answer, () -> provider.call().make(adapter.order(), target, 1_000_000)))
                    .as(answer)
                    .isNotNull();
        }
    }

    private static void namesOnlyPlaces(PollOutcome outcome) {
        if (outcome instanceof PollOutcome.Completed completed) {
            assertThat(completed.results())
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each.location().getHost()).isNotBlank());
        }
    }

    private static <T> T read(String answer, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("Broken by " + answer, e);
        }
    }

    private static List<String> poisoned(String recorded) {
        List<String> marked = new ArrayList<>();
        JsonNode root = JsonMapper.shared().readTree(recorded);
        mark(root, root, marked);
        List<String> poisoned = new ArrayList<>();
        for (String each : marked) {
            for (String part : PARTS) {
                poisoned.add(each.replace("\"" + MARK + "\"", part));
            }
        }
        return poisoned;
    }

    /** The document once for each of its parts, with that part marked. */
    private static void mark(JsonNode root, JsonNode node, List<String> marked) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode part = object.get(name);
                object.put(name, MARK);
                marked.add(root.toString());
                object.set(name, part);
                mark(root, part, marked);
            }
        }
        if (node instanceof ArrayNode array) {
            for (int place = 0; place < array.size(); place++) {
                JsonNode part = array.get(place);
                array.set(place, MARK);
                marked.add(root.toString());
                array.set(place, part);
                mark(root, part, marked);
            }
        }
    }
}
