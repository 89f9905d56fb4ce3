package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.Generations.Due;
import dev.halftone.core.generation.Receipt;
import dev.halftone.core.generation.Receipt.Manner;
import dev.halftone.core.generation.Receipt.Part;
import dev.halftone.core.generation.Remains;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.ledger.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link Generations} does. */
public abstract class GenerationsContract extends StudioContract {

    private static final int RACERS = 16;
    private static final int DUE_MAX = 500;

    @Test
    void knowsNothingOfAnUnknownId() {
        assertThat(ports().generations().find(person.generation(1, 4).id())).isEmpty();
    }

    /** Every state and every optional part of it comes back as it was stored. */
    @Test
    void keepsEveryStateExactly() {
        grant(person.welcome(25));
        Generation generation = accepted(1, 4);
        requireStored(generation);
        Instant at = person.now().plusNanos(123_456_789);
        generation = storedAfter(generation, new GenerationEvent.SubmissionStarted(at, at));
        generation = storedAfter(generation, new GenerationEvent.CancelRequested(at));
        generation =
                storedAfter(
                        generation,
                        new GenerationEvent.SubmissionAccepted(Samples.providerRequest(1), at, at));
        generation = storedAfter(generation, new GenerationEvent.PollStarted(at));
        generation = storedAfter(generation, new GenerationEvent.Progressed(7));
        generation = storedAfter(generation, new GenerationEvent.Progressed(null));
        generation =
                storedAfter(
                        generation,
                        new GenerationEvent.ResultReady(
                                List.of(Samples.providerMedia(1), Samples.providerMedia(2)), at));
        generation = storedAfter(generation, new GenerationEvent.DeliveryStarted(at));
        generation = storedAfter(generation, new GenerationEvent.ResultRejected(at, at));
        Generation end = succeeded(generation);
        ports().settlements().settle(generation, end);
        requireStored(end);
    }

    /** How long a film was to be, and how long it is. */
    @Test
    void keepsAFilmWithBothItsDurations() {
        grant(person.welcome(25));
        Generation film = person.film(1, 4);
        ports().submissions().accept(film, transfer(film));
        Generation running =
                moved(
                        film,
                        new GenerationEvent.SubmissionAccepted(
                                Samples.providerRequest(1), film.createdAt(), film.createdAt()));
        Generation delivering =
                moved(
                        running,
                        new GenerationEvent.ResultReady(
                                List.of(Samples.providerMedia(1)), film.createdAt()));
        Generation end = succeeded(delivering);

        ports().settlements().settle(delivering, end);

        requireStored(end);
    }

    @Test
    void keepsAFailureBeforeAndAfterTheProviderTookIt() {
        grant(person.welcome(25));
        Generation early = accepted(1, 4);
        Generation late = delivering(2, 4);

        ports().settlements().settle(early, failed(early, FailureReason.CANCELLED));
        ports().settlements().settle(late, failed(late, FailureReason.INVALID_RESULT));

        requireStored(failed(early, FailureReason.CANCELLED));
        requireStored(failed(late, FailureReason.INVALID_RESULT));
    }

    @Test
    void letsExactlyOneOfManyRacingMovesWin() {
        grant(person.welcome(25));
        Generation before = accepted(1, 4);

        List<Boolean> outcomes =
                Race.run(
                        RACERS,
                        n ->
                                ports().generations()
                                        .move(before, started(before, n), new Claim("w" + n)));

        assertThat(outcomes).filteredOn(won -> won).hasSize(1);
        requireStored(started(before, outcomes.indexOf(true)));
    }

    /** A reply may be lost, and the client repeats the write on its own. */
    @Test
    void recognisesItsOwnRepetitionByItsClaim() {
        grant(person.welcome(25));
        Generation before = accepted(1, 4);
        Generation after = started(before, 60);
        ports().generations().move(before, after, CLAIM);

        assertThat(ports().generations().move(before, after, CLAIM)).isTrue();
        assertThat(ports().generations().move(before, after, new Claim("other"))).isFalse();
    }

    @Test
    void losesWhatSomebodyMovedFurtherMeanwhile() {
        grant(person.welcome(25));
        Generation before = accepted(1, 4);
        Generation after =
                moved(before, new GenerationEvent.SubmissionStarted(person.now(), person.now()));
        Generation further = moved(after, new GenerationEvent.CancelRequested(person.now()));

        assertThat(ports().generations().move(before, after, CLAIM)).isFalse();
        requireStored(further);
    }

    @Test
    void movesNothingThatWasNeverAccepted() {
        Generation before = person.generation(1, 4);

        assertThat(ports().generations().move(before, started(before, 60), CLAIM)).isFalse();
        assertThat(ports().generations().find(before.id())).isEmpty();
    }

    @Test
    void refusesToEndAGenerationWithoutItsTransfer() {
        grant(person.welcome(25));
        Generation before = accepted(1, 4);
        Generation ended = failed(before, FailureReason.TIMEOUT);

        assertThatThrownBy(() -> ports().generations().move(before, ended, CLAIM))
                .isInstanceOf(IllegalArgumentException.class);

        requireStored(before);
    }

    /** The one way on from an end: a gift, which no line of the ledger knows of. */
    @Test
    void letsALateResultFollowOnAVoidOnceAndMovesNoCredits() {
        grant(person.welcome(25));
        Generation before = accepted(1, 4);
        Generation failed = failed(before, FailureReason.TIMEOUT);
        assertThat(ports().settlements().settle(before, failed)).isTrue();
        Account voided = account();
        Generation given =
                failed.on(
                                new GenerationEvent.DeliveredLate(
                                        Samples.providerRequest(1),
                                        List.of(Samples.media(failed, 0)),
                                        person.now().plusSeconds(900)))
                        .orElseThrow();

        assertThat(ports().generations().move(failed, given, CLAIM)).isTrue();
        assertThat(ports().generations().move(failed, given, new Claim("other"))).isFalse();

        requireStored(given);
        assertThat(account()).isEqualTo(voided);
        assertThat(due(person.now().plusSeconds(9_000), before.id())).isEmpty();
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void findsWhatIsDueAndNothingElse() {
        grant(person.welcome(100));
        Generation due = accepted(1, 4);
        Generation later = accepted(3, 4);
        Instant now = person.now().plusSeconds(2);

        eventually(() -> assertThat(due(now, due.id(), later.id())).containsExactly(provider(due)));
    }

    @Test
    void followsTheDueTimeAndTheStageOfAGeneration() {
        grant(person.welcome(100));
        Generation generation = delivering(1, 4);
        Instant dueAt = generation.createdAt().plusSeconds(12);

        eventually(
                () -> {
                    assertThat(due(dueAt.minusMillis(1), generation.id())).isEmpty();
                    assertThat(due(dueAt, generation.id()))
                            .containsExactly(new Due(generation.id(), WorkItem.Stage.DELIVERY));
                });
    }

    @Test
    void waitsInTheQueueThatItsProviderNeeds() {
        grant(person.welcome(100));
        Generation direct = person.direct(1, 4);
        ports().submissions().accept(direct, transfer(direct));
        Instant now = person.now().plusSeconds(2);

        eventually(
                () ->
                        assertThat(due(now, direct.id()))
                                .containsExactly(new Due(direct.id(), WorkItem.Stage.DIRECT)));
        requireStored(direct);
    }

    @Test
    void forgetsTheDueTimeOfWhatHasEnded() {
        grant(person.welcome(100));
        Generation before = accepted(1, 4);
        ports().settlements().settle(before, failed(before, FailureReason.TIMEOUT));

        eventually(() -> assertThat(due(person.now().plusSeconds(99), before.id())).isEmpty());
    }

    /** It has ended for its owner, but its provider is still to erase what it has. */
    @Test
    void remembersWhatIsStillToBeErasedUntilThereIsAReceipt() {
        grant(person.welcome(100));
        Generation before = accepted(1, 4);
        Instant at = person.now().plusSeconds(3);
        Remains left = new Remains.ToErase(Samples.providerRequest(1), at, 0);
        Generation ended = failed(before, FailureReason.TIMEOUT).leaving(left);
        ports().settlements().settle(before, ended);
        requireStored(ended);
        eventually(() -> assertThat(due(at, before.id())).containsExactly(provider(before)));

        Receipt receipt = new Receipt("fal", Part.RESULT, Manner.ERASED, at);
        Generation asked = storedAfter(ended, new GenerationEvent.ErasureStarted(at));
        storedAfter(asked, new GenerationEvent.ErasureEnded(List.of(receipt)));

        eventually(() -> assertThat(due(person.now().plusSeconds(99), before.id())).isEmpty());
    }

    @Test
    void putsTheEarliestDueFirstAndKeepsTheLimit() {
        grant(person.welcome(400));
        Map<GenerationId, Instant> mine = new HashMap<>();
        for (int number = 0; number < 64; number++) {
            Generation generation = accepted(number, 4);
            mine.put(generation.id(), generation.createdAt());
        }
        Instant now = person.now().plusSeconds(99);

        eventually(
                () -> {
                    List<Instant> seen = new ArrayList<>();
                    for (int shard = 0; shard < Generations.DUE_SHARDS; shard++) {
                        List<Due> all = ports().generations().due(shard, now, DUE_MAX);
                        List<Instant> dueAt =
                                all.stream()
                                        .map(Due::id)
                                        .filter(mine::containsKey)
                                        .map(mine::get)
                                        .toList();
                        assertThat(dueAt).isSorted();
                        seen.addAll(dueAt);
                        assertThat(ports().generations().due(shard, now, 2))
                                .isEqualTo(all.subList(0, Math.min(2, all.size())));
                    }
                    assertThat(seen).containsExactlyInAnyOrderElementsOf(mine.values());
                });
    }

    private Generation storedAfter(Generation before, GenerationEvent event) {
        Generation after = moved(before, event);
        requireStored(after);
        return after;
    }

    private void requireStored(Generation generation) {
        assertThat(ports().generations().find(generation.id())).contains(generation);
    }

    private static Generation started(Generation before, int leaseSeconds) {
        Instant leaseUntil = before.createdAt().plusSeconds(leaseSeconds);
        return before.on(new GenerationEvent.SubmissionStarted(leaseUntil, leaseUntil))
                .orElseThrow();
    }

    private static Due provider(Generation generation) {
        return new Due(generation.id(), WorkItem.Stage.PROVIDER);
    }

    /** What is due among these, whatever else lies in the store. */
    private List<Due> due(Instant now, GenerationId... ids) {
        List<Due> found = new ArrayList<>();
        for (int shard = 0; shard < Generations.DUE_SHARDS; shard++) {
            for (Due due : ports().generations().due(shard, now, DUE_MAX)) {
                if (List.of(ids).contains(due.id())) {
                    found.add(due);
                }
            }
        }
        return found;
    }
}
