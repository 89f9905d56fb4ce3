package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.Submissions.StoreOutcome;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.BalanceSheet;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.PendingTransfer;
import java.time.Instant;
import java.util.List;

/** What the contracts of the four ports over one store have in common. */
abstract class StudioContract {

    static final Claim CLAIM = new Claim("worker-1");

    private static final int INDEX_READS_MAX = 50;
    private static final long INDEX_PAUSE_MILLIS = 100;

    /** The ports under test; one store for every call. */
    protected abstract StudioPorts ports();

    final Person person = Person.fresh();

    final Account account() {
        return ports().ledger()
                .account(person.account())
                .orElseGet(() -> Account.empty(person.account()));
    }

    final void grant(Grant grant) {
        ports().ledger().grant(grant);
    }

    /** What the owner sees at a moment. */
    final BalanceSheet sheet(Instant at) {
        return BalanceSheet.of(account(), at);
    }

    final List<JournalEntry> journal() {
        return Conservation.journal(ports().ledger(), person.account());
    }

    final JournalEntry newest() {
        return ports().ledger().journal(person.account(), 1, null).items().getFirst();
    }

    /** The latest line of a kind. */
    final JournalEntry line(JournalEntry.Kind kind) {
        return journal().stream().filter(entry -> entry.kind() == kind).findFirst().orElseThrow();
    }

    /** The transfer that pays {@code generation} from the account as it stands. */
    final PendingTransfer transfer(Generation generation) {
        DrawOutcome drawn = account().draw(generation.price().credits(), generation.createdAt());
        assertThat(drawn).isInstanceOf(DrawOutcome.Drawn.class);
        return Samples.transfer(generation, ((DrawOutcome.Drawn) drawn).drawing());
    }

    final Generation accepted(int number, long credits) {
        Generation generation = person.generation(number, credits);
        assertThat(ports().submissions().accept(generation, transfer(generation)))
                .isEqualTo(new StoreOutcome.Stored());
        return generation;
    }

    /** A stored generation whose result is being copied. */
    final Generation delivering(int number, long credits) {
        Generation generation = accepted(number, credits);
        Instant at = generation.createdAt();
        generation =
                moved(generation, new GenerationEvent.SubmissionStarted(at.plusSeconds(60), at));
        generation =
                moved(
                        generation,
                        new GenerationEvent.SubmissionAccepted(
                                Samples.providerRequest(number), at.plusSeconds(2), at));
        return moved(
                generation,
                new GenerationEvent.ResultReady(
                        List.of(Samples.providerMedia(number)), at.plusSeconds(12)));
    }

    /** A generation that was delivered and charged for. */
    final Generation delivered(int number, long credits) {
        Generation delivering = delivering(number, credits);
        Generation succeeded = succeeded(delivering);
        assertThat(ports().settlements().settle(delivering, succeeded)).isTrue();
        return succeeded;
    }

    final Generation moved(Generation before, GenerationEvent event) {
        Generation after = before.on(event).orElseThrow();
        assertThat(ports().generations().move(before, after, CLAIM)).isTrue();
        return after;
    }

    static Generation succeeded(Generation delivering) {
        return delivering
                .on(
                        new GenerationEvent.Delivered(
                                List.of(Samples.media(delivering, 0)),
                                delivering.createdAt().plusSeconds(20)))
                .orElseThrow();
    }

    static Generation failed(Generation generation, FailureReason reason) {
        return generation
                .on(
                        new GenerationEvent.GivenUp(
                                reason, "said the test", generation.createdAt().plusSeconds(30)))
                .orElseThrow();
    }

    /** An index follows its table after a moment. */
    static void eventually(Runnable assertion) {
        for (int read = 1; ; read++) {
            try {
                assertion.run();
                return;
            } catch (AssertionError e) {
                if (read == INDEX_READS_MAX) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(INDEX_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
