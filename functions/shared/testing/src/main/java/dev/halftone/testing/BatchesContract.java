package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Page;
import dev.halftone.core.account.UserId;
import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.BatchId;
import dev.halftone.core.batch.BatchState;
import dev.halftone.core.batch.Batches;
import dev.halftone.core.batch.Lane;
import dev.halftone.core.batch.ParsedSheet;
import dev.halftone.core.batch.PauseReason;
import dev.halftone.core.batch.SheetRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Batches} does. */
public abstract class BatchesContract {

    private static final Instant NOW = Samples.NOW;

    private final UserId owner = new UserId("usr_" + hex());

    protected abstract Batches batches();

    private static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private Batch stored(ParsedSheet parsed, Instant createdAt) {
        Batch draft = BatchSamples.draft(new BatchId("bat_" + hex()), owner, parsed, createdAt);
        assertThat(batches().store(draft, parsed.rows())).isTrue();
        return draft;
    }

    private Batch stored(int rows) {
        return stored(BatchSamples.parsed(rows), NOW);
    }

    private Batch begun(int rows, int running) {
        Batch draft = stored(rows);
        batches().keep(draft);
        Batch started = BatchSamples.running(draft, running, NOW);
        assertThat(batches().move(draft, started, batches().lane(owner))).isTrue();
        return started;
    }

    @Test
    void findsWhatItKept() {
        Batch draft = stored(3);

        assertThat(batches().find(draft.id())).contains(draft);
        assertThat(batches().find(new BatchId("bat_" + hex()))).isEmpty();
    }

    @Test
    void keepsTheFirstOfTwoUnderOneId() {
        Batch draft = stored(3);
        ParsedSheet other = BatchSamples.parsed(2);

        boolean second =
                batches().store(BatchSamples.draft(draft.id(), owner, other, NOW), other.rows());

        assertThat(second).isFalse();
        assertThat(batches().find(draft.id())).contains(draft);
        assertThat(batches().rows(draft, 1, 10)).hasSize(3);
    }

    @Test
    void bringsEveryRowFromWhereverItIsAsked() {
        ParsedSheet parsed = BatchSamples.wide(60);
        Batch draft = stored(parsed, NOW);

        IntStream.of(1, 2, 31, 59, 60)
                .forEach(
                        first ->
                                assertThat(batches().rows(draft, first, 3))
                                        .isNotEmpty()
                                        .hasSizeLessThanOrEqualTo(3)
                                        .isEqualTo(
                                                parsed.rows()
                                                        .subList(
                                                                first - 1,
                                                                first
                                                                        - 1
                                                                        + batches()
                                                                                .rows(
                                                                                        draft,
                                                                                        first, 3)
                                                                                .size())));
        assertThat(batches().rows(draft, 61, 3)).isEmpty();
    }

    @Test
    void bringsAMalformedRowWithoutCells() {
        ParsedSheet parsed = BatchSamples.withMalformed(2);
        Batch draft = stored(parsed, NOW);

        assertThat(batches().rows(draft, 2, 1)).extracting(SheetRow::cells).containsOnly(List.of());
    }

    @Test
    void keepsEveryStateAndAllThatBelongsToIt() {
        Batch running = begun(4, 2);
        assertThat(batches().find(running.id())).contains(running);
        for (BatchState state :
                List.of(
                        new BatchState.Paused(PauseReason.PERSON, NOW, null),
                        new BatchState.Paused(
                                PauseReason.SPEND_CEILING_REACHED, NOW, NOW.plusSeconds(60)),
                        new BatchState.Cancelled(),
                        new BatchState.Running())) {
            Batch before = batches().find(running.id()).orElseThrow();
            Batch after = BatchSamples.in(before, state, NOW);
            assertThat(batches().move(before, after, batches().lane(owner))).isTrue();
            assertThat(batches().find(running.id())).contains(after);
        }
    }

    @Test
    void letsOneOfTwoMovesWin() {
        Batch running = begun(4, 0);
        Lane lane = batches().lane(owner);
        Batch first = BatchSamples.running(running, 2, NOW);

        assertThat(batches().move(running, first, lane)).isTrue();
        assertThat(batches().move(running, BatchSamples.running(running, 1, NOW), lane)).isFalse();

        assertThat(batches().find(running.id())).contains(first);
        assertThat(batches().lane(owner).running()).containsEntry(running.id().value(), 2);
    }

    // Two batches of one person must not both take the last free place.
    @Test
    void letsNoTwoBatchesOfOnePersonTakeThePlacesAtTheSameTime() {
        Batch one = begun(4, 0);
        Batch other = begun(4, 0);
        Lane lane = batches().lane(owner);

        assertThat(batches().move(one, BatchSamples.running(one, 2, NOW), lane)).isTrue();
        assertThat(batches().move(other, BatchSamples.running(other, 2, NOW), lane)).isFalse();

        assertThat(batches().find(other.id())).contains(other);
    }

    @Test
    void movesBesideAnotherBatchAsLongAsNoPlaceIsTaken() {
        Batch one = begun(4, 1);
        Batch other = begun(4, 1);
        Lane lane = batches().lane(owner);
        assertThat(batches().move(one, BatchSamples.running(one, 2, NOW), lane)).isTrue();

        Batch paused =
                BatchSamples.in(other, new BatchState.Paused(PauseReason.PERSON, NOW, null), NOW);

        assertThat(batches().move(other, paused, lane)).isTrue();
    }

    @Test
    void freesTheLaneOnceABatchIsOver() {
        Batch running = begun(1, 0);

        Batch over = BatchSamples.in(running, new BatchState.Finished(), NOW);
        assertThat(batches().move(running, over, batches().lane(owner))).isTrue();

        assertThat(batches().lane(owner).running()).isEmpty();
    }

    @Test
    void listsTheNewestFirstAndPageByPage() {
        Batch old = stored(BatchSamples.parsed(1), NOW.minusSeconds(60));
        Batch young = stored(BatchSamples.parsed(1), NOW);

        Page<Batch> first = batches().list(owner, 1, null);
        Page<Batch> second = batches().list(owner, 1, first.nextCursor());

        assertThat(first.items()).containsExactly(young);
        assertThat(second.items()).containsExactly(old);
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void findsWhatIsDueUntilNothingIsLeftToDo() {
        Batch running = begun(1, 0);
        assertThat(due(NOW.minusSeconds(1))).doesNotContain(running.id());
        assertThat(due(NOW.plusSeconds(9))).contains(running.id());

        Batch over = BatchSamples.in(running, new BatchState.Finished(), NOW);
        batches().move(running, over, batches().lane(owner));

        assertThat(due(NOW.plusSeconds(9))).doesNotContain(running.id());
    }

    private List<BatchId> due(Instant now) {
        return IntStream.range(0, Batches.DUE_SHARDS)
                .mapToObj(shard -> batches().due(shard, now, 500))
                .flatMap(List::stream)
                .toList();
    }
}
