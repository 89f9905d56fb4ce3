package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.generation.Belongings;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.profile.Profile;
import dev.halftone.core.safety.CheckWords;
import dev.halftone.csv.CsvSheets;
import dev.halftone.lambda.HandlerDriver;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.EventFile;
import dev.halftone.testing.FixedSecrets;
import dev.halftone.testing.InMemoryAssets;
import dev.halftone.testing.InMemoryBatches;
import dev.halftone.testing.InMemoryBriefs;
import dev.halftone.testing.InMemoryCircuits;
import dev.halftone.testing.InMemoryProjects;
import dev.halftone.testing.InMemoryRateLimits;
import dev.halftone.testing.InMemoryRefusals;
import dev.halftone.testing.InMemorySessions;
import dev.halftone.testing.InMemoryStoryboards;
import dev.halftone.testing.InMemoryStudio;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.RecordingBatchQueue;
import dev.halftone.testing.RecordingWorkQueue;
import dev.halftone.testing.Samples;
import dev.halftone.testing.ScriptedPromptCheck;
import dev.halftone.testing.SeededEntropy;
import dev.halftone.testing.TextSamples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The real handler on ports in memory, and people who use it. */
final class Studio {
    static final Map<String, String> VARIABLES =
            Map.ofEntries(
                    Map.entry("SESSIONS_TABLE", "sessions"),
                    Map.entry("INSIGHT_TABLE", "insight"),
                    Map.entry("STUDIO_TABLE", "studio"),
                    Map.entry("LEDGER_TABLE", "ledger"),
                    Map.entry("PROFILE", "test"),
                    Map.entry("PROVIDER_QUEUE_URL", "https://queue.example.org/provider"),
                    Map.entry("DIRECT_QUEUE_URL", "https://queue.example.org/direct"),
                    Map.entry("BATCH_QUEUE_URL", "https://queue.example.org/batch"),
                    Map.entry("PUBLIC_URL_PARAMETER", "/halftone/test/public-url"),
                    Map.entry("SIGNING_KEY_PARAMETER", "/halftone/test/signing-key"),
                    Map.entry("COOKIE_PREFIX", "__Host-"),
                    Map.entry("PROVIDER_PARAMETERS", "/halftone/test/providers/"),
                    Map.entry("PROVIDER_STAND_INS", ""),
                    Map.entry("PAYMENT_PARAMETERS", "/halftone/test/payments/"),
                    Map.entry("PAYMENT_STAND_INS", ""));

    private static final Map<String, String> SECRETS =
            Map.of(
                    "/halftone/test/public-url",
                    "https://studio.example.org",
                    "/halftone/test/signing-key",
                    "YSBzZW50ZW5jZSBvZiBtb3JlIHRoYW4gdGhpcnR5LXR3byBieXRlcw==");
    // The handler makes its application by class, so the ports wait for it here.
    private static final AtomicReference<GenerationSubmitPorts> PORTS = new AtomicReference<>();

    final InMemoryStudio store = new InMemoryStudio();
    final ScriptedPromptCheck check = new ScriptedPromptCheck();
    final InMemoryRefusals refusals = new InMemoryRefusals();
    final InMemoryCircuits circuits = new InMemoryCircuits();
    final InMemorySessions sessions = new InMemorySessions();
    final InMemoryRateLimits limits = new InMemoryRateLimits();
    final RecordingWorkQueue queue = new RecordingWorkQueue();
    final InMemoryBatches batches = new InMemoryBatches();
    final RecordingBatchQueue batchQueue = new RecordingBatchQueue();
    final MutableClock clock = new MutableClock(Samples.NOW);
    private final SeededEntropy entropy = new SeededEntropy(7);
    private HandlerDriver driver;

    /** The function without its stores. */
    public static class InMemoryApplication extends GenerationSubmitApplication {
        @Override
        GenerationSubmitPorts ports(GenerationSubmitConfig config) {
            return Objects.requireNonNull(PORTS.get());
        }
    }

    final InMemoryAssets assets = store.assets();
    final InMemoryProjects projects = new InMemoryProjects();
    final InMemoryStoryboards storyboards = new InMemoryStoryboards();
    final InMemoryBriefs briefs = new InMemoryBriefs();

    Studio() {
        driver = start(Samples.profile());
    }

    /** As after a deployment with another price list. */
    void deploy(Profile profile) {
        driver = start(profile);
    }

    private HandlerDriver start(Profile profile) {
        PORTS.set(
                new GenerationSubmitPorts(
                        sessions,
                        limits,
                        new Belongings(assets, projects, briefs),
                        store.submissions(
                                profile.catalogue().economy().ceilings(), profile.plans()),
                        store.ledger(),
                        store.generations(),
                        circuits,
                        store.settlements(),
                        queue,
                        batches,
                        batchQueue,
                        storyboards,
                        new CsvSheets(),
                        new CheckWords(check, refusals),
                        new FixedSecrets(SECRETS),
                        profile,
                        clock));
        return HandlerDriver.start(
                VARIABLES, () -> new GenerationSubmitHandler(InMemoryApplication.class));
    }

    HttpAnswer call(HttpEvent event) {
        return driver.http(event);
    }

    /** A person with credits who accepted the policy. */
    Person person(int number, long credits) {
        Person person = newcomer(number);
        sessions.accept(
                Samples.userId(number), new Acceptance(Samples.POLICY_VERSION, 18, Samples.NOW));
        store.ledger().grant(Samples.welcome(number, credits));
        return person;
    }

    /** A person who only signed in. */
    Person newcomer(int number) {
        SessionToken token = SessionToken.fresh(Samples.userId(number), entropy);
        sessions.open(Session.open(token, Samples.accountId(number), clock.instant()));
        return new Person(number, token);
    }

    /** A message says that somebody should look at that batch. */
    void look(String batch) {
        byte[] answer =
                driver.invoke(
                        EventFile.read("generation-submit", "batch-look")
                                .with("bat_0123456789abcdef0123456789abcdef", batch)
                                .bytes());
        assertThat(new String(answer, StandardCharsets.UTF_8))
                .isEqualTo("{\"batchItemFailures\":[]}");
    }

    /** As if that person had used so many credits for something else. */
    void spend(int person, long credits) {
        Generation generation = Samples.generation(99, person, credits);
        DrawOutcome drawn =
                store.ledger()
                        .account(Samples.accountId(person))
                        .orElseThrow()
                        .draw(generation.price().credits(), clock.instant());
        store.submissions()
                .accept(
                        generation,
                        Samples.transfer(generation, ((DrawOutcome.Drawn) drawn).drawing()));
        make(generation);
    }

    /** Its provider has made it. */
    void make(Generation generation) {
        end(
                generation,
                new GenerationEvent.DeliveredAtOnce(
                        Samples.providerRequest(1),
                        List.of(Samples.media(generation, 0)),
                        clock.instant()));
    }

    /** It ends without a result. */
    void fail(Generation generation) {
        end(
                generation,
                new GenerationEvent.GivenUp(
                        FailureReason.PROVIDER_ERROR, "by a test", clock.instant()));
    }

    private void end(Generation generation, GenerationEvent event) {
        assertThat(store.settlements().settle(generation, generation.on(event).orElseThrow()))
                .isTrue();
    }

    /** Someone at a browser. */
    final class Person {
        private final int number;
        private final SessionToken token;

        private Person(int number, SessionToken token) {
            this.number = number;
            this.token = token;
        }

        int number() {
            return number;
        }

        HttpEvent event(String name) {
            return HttpEvent.read("generation-submit", name)
                    .cookie("__Host-session", token.cookieValue());
        }

        String quote() {
            return call(event("quote")).json().get("quote").asString();
        }

        /** The submission of the envelope, with a quote for it. */
        HttpEvent submission() {
            return event("submit").bodyField("quote", quote());
        }

        /** The same for another model. */
        HttpEvent submissionOf(String model) {
            HttpAnswer quoted = call(event("quote").bodyField("model", model));
            return event("submit")
                    .bodyField("model", model)
                    .bodyField("quote", quoted.json().get("quote").asString());
        }

        /** The same for four seconds of film. */
        HttpEvent film() {
            String quote = call(event("quote-video")).json().get("quote").asString();
            return event("submit-video").bodyField("quote", quote);
        }

        /** A price is asked for a prompt to be written. */
        HttpEvent textQuote() {
            return event("quote")
                    .bodyField("model", TextSamples.MODEL)
                    .withoutBodyField("aspectRatio")
                    .withoutBodyField("resolution");
        }

        /** The same brief for a language model. */
        HttpEvent text() {
            String quote = call(textQuote()).json().get("quote").asString();
            return event("submit")
                    .bodyField("model", TextSamples.MODEL)
                    .withoutBodyField("aspectRatio")
                    .withoutBodyField("resolution")
                    .bodyField("quote", quote);
        }

        HttpEvent cancellation(String generation) {
            return event("cancel").pathParameter("id", generation);
        }

        long available() {
            return store.ledger()
                    .account(Samples.accountId(number))
                    .orElseThrow()
                    .available()
                    .amount();
        }
    }
}
