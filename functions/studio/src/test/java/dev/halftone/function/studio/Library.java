package dev.halftone.function.studio;

import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.EndGeneration;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.Media;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.seal.ReadProof;
import dev.halftone.core.seal.ReadRoots;
import dev.halftone.core.seal.SignRoot;
import dev.halftone.lambda.HandlerDriver;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.InMemoryAssets;
import dev.halftone.testing.InMemoryBriefs;
import dev.halftone.testing.InMemoryMediaStore;
import dev.halftone.testing.InMemoryProjects;
import dev.halftone.testing.InMemoryRateLimits;
import dev.halftone.testing.InMemorySessions;
import dev.halftone.testing.InMemoryShares;
import dev.halftone.testing.InMemoryStoryboards;
import dev.halftone.testing.InMemoryStudio;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.RecordingArchives;
import dev.halftone.testing.RootKeys;
import dev.halftone.testing.Samples;
import dev.halftone.testing.SeededEntropy;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The real handler on ports in memory, and what people have in them. */
final class Library {
    static final Map<String, String> VARIABLES =
            Map.of(
                    "SESSIONS_TABLE", "sessions",
                    "INSIGHT_TABLE", "insight",
                    "STUDIO_TABLE", "studio",
                    "LEDGER_TABLE", "ledger",
                    "MEDIA_BUCKET", "media",
                    "PROFILE", "test",
                    "COOKIE_PREFIX", "__Host-",
                    "SIGNING_KEY_PARAMETER", "signing-key",
                    "PUBLIC_URL_PARAMETER", "public-url");

    /** So few that a test reads more than one piece. */
    static final int PIECE_LINES = 3;

    private static final Claim CLAIM = new Claim("test");
    // The handler makes its application by class, so the ports wait for it here.
    private static final AtomicReference<StudioPorts> PORTS = new AtomicReference<>();

    final InMemoryStudio store = new InMemoryStudio();
    final MutableClock clock = new MutableClock(Samples.NOW);
    final InMemoryMediaStore media = new InMemoryMediaStore();
    final RecordingArchives archives = new RecordingArchives();
    final InMemoryAssets assets = new InMemoryAssets();
    final InMemoryProjects projects = new InMemoryProjects();
    final InMemoryStoryboards storyboards = new InMemoryStoryboards();
    private final InMemorySessions sessions = new InMemorySessions();
    private final SeededEntropy entropy = new SeededEntropy(7);
    private final HandlerDriver driver;

    /** The function without its stores. */
    public static class InMemoryApplication extends StudioApplication {
        @Override
        StudioPorts ports(StudioConfig config) {
            return Objects.requireNonNull(PORTS.get());
        }
    }

    Library() {
        PORTS.set(
                new StudioPorts(
                        sessions,
                        new InMemoryRateLimits(),
                        store.generations(),
                        store.endings(),
                        store.ledger(),
                        store.usages(),
                        new ReadProof(
                                store.seals().seals(),
                                store.seals().roots(),
                                store.seals().checkpoints(),
                                PIECE_LINES),
                        new ReadRoots(store.seals().roots(), PIECE_LINES),
                        media,
                        new StudioPorts.LibraryPorts(
                                projects,
                                new InMemoryBriefs(),
                                storyboards,
                                new InMemoryShares(),
                                archives,
                                assets),
                        Samples::signingKey,
                        () -> URI.create("https://halftone.test"),
                        Samples.profile(),
                        clock));
        driver = HandlerDriver.start(VARIABLES, () -> new StudioHandler(InMemoryApplication.class));
    }

    /** Seals and signs all that happened. */
    void seal(int person) {
        List<JournalEntry> entries =
                new ArrayList<>(
                        store.ledger().journal(Samples.accountId(person), 100, null).items());
        Collections.reverse(entries);
        store.seals().seals().seal(Samples.accountId(person), entries, clock.instant());
        new SignRoot(store.seals().seals(), store.seals().roots(), RootKeys::first, clock)
                .sign(clock.instant().plusSeconds(60));
    }

    HttpAnswer call(HttpEvent event) {
        return driver.http(event);
    }

    /** A request of the person of that number, who is signed in. */
    HttpEvent event(int person, String name) {
        SessionToken token = SessionToken.fresh(Samples.userId(person), entropy);
        sessions.open(Session.open(token, Samples.accountId(person), clock.instant()));
        return HttpEvent.read("studio", name).cookie("__Host-session", token.cookieValue());
    }

    void grant(int person, long credits) {
        store.ledger().grant(Samples.welcome(person, credits));
    }

    Generation accepted(int number, int person, long credits) {
        return accepted(Samples.request(), number, person, credits);
    }

    Generation acceptedFilm(int number, int person, long credits) {
        return accepted(Samples.videoRequest(), number, person, credits);
    }

    Generation accepted(GenerationRequest request, int number, int person, long credits) {
        Generation generation =
                new Generation(
                        Samples.generationId(number),
                        Samples.userId(person),
                        Samples.accountId(person),
                        request,
                        Samples.generation(number, person, credits).price(),
                        Samples.NOW.plusSeconds(number),
                        Samples.NOW.plusSeconds(900),
                        Samples.traceId(number),
                        Samples.assignment("fal", false),
                        Samples.COSTS);
        DrawOutcome drawn =
                store.ledger()
                        .account(Samples.accountId(person))
                        .orElseThrow()
                        .draw(generation.price().credits(), generation.createdAt());
        store.submissions()
                .accept(
                        generation,
                        Samples.transfer(generation, ((DrawOutcome.Drawn) drawn).drawing()));
        return generation;
    }

    Generation delivered(int number, int person, long credits) {
        return delivered(accepted(number, person, credits));
    }

    Generation delivered(Generation accepted) {
        return delivered(accepted, Samples.media(accepted, 0));
    }

    /** With a result of that many bytes. */
    Generation delivered(Generation accepted, long bytes) {
        Media usual = Samples.media(accepted, 0);
        return delivered(
                accepted,
                new Media(
                        usual.key(),
                        usual.type(),
                        usual.size(),
                        usual.duration(),
                        usual.document(),
                        bytes,
                        usual.sha256(),
                        usual.contentSha256()));
    }

    private Generation delivered(Generation accepted, Media media) {
        Generation generation =
                moved(accepted, new GenerationEvent.SubmissionStarted(Samples.NOW, Samples.NOW));
        generation =
                moved(
                        generation,
                        new GenerationEvent.SubmissionAccepted(
                                Samples.providerRequest(1), Samples.NOW, Samples.NOW));
        generation =
                moved(
                        generation,
                        new GenerationEvent.ResultReady(
                                List.of(Samples.providerMedia(1)), Samples.NOW));
        return end(
                generation,
                new GenerationEvent.Delivered(
                        List.of(media), generation.createdAt().plusSeconds(10)));
    }

    Generation stored(Generation generation) {
        return store.generations().find(generation.id()).orElseThrow();
    }

    Generation end(Generation generation, GenerationEvent event) {
        return new EndGeneration(store.generations(), store.settlements())
                .end(generation, event)
                .orElseThrow();
    }

    Generation moved(Generation before, GenerationEvent event) {
        Generation after = before.on(event).orElseThrow();
        if (!store.generations().move(before, after, CLAIM)) {
            throw new IllegalStateException("Nobody else moves it");
        }
        return after;
    }
}
