package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.asset.AddOutcome;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetType;
import dev.halftone.core.asset.Assets;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.asset.StorageUse;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How every store counts what was made into what its owner keeps. */
public abstract class StoredResultsContract extends StudioContract {

    private static final int RACERS = 8;
    private static final StorageUse ONE = new StorageUse(1_234, 0);
    private static final StorageUse TWO = ONE.plus(ONE);

    /** The uploads in the same store. */
    protected abstract Assets assets();

    // Protects: what was delivered takes its owner's storage, once however often that is told.
    @Test
    public void countsWhatIsDeliveredOnce() {
        grant(person.welcome(25));
        Generation before = delivering(1, 4);

        ports().settlements().settle(before, succeeded(before));
        ports().settlements().settle(before, succeeded(before));

        assertThat(use()).isEqualTo(ONE);
        delivered(2, 4);
        assertThat(use()).isEqualTo(TWO);
    }

    // Protects: of many who deliver the same result at one moment, one counts.
    @Test
    void countsOneOfManyRacingDeliveries() {
        grant(person.welcome(25));
        Generation before = delivering(1, 4);

        Race.run(RACERS, _ -> ports().settlements().settle(before, succeeded(before)));

        assertThat(use()).isEqualTo(ONE);
    }

    // Protects: deliveries of one person at one moment are counted each.
    @Test
    void countsManyDeliveriesAtOnce() {
        grant(person.welcome(100));
        List<Generation> all = List.of(delivering(1, 4), delivering(2, 4), delivering(3, 4));

        Race.run(all.size(), n -> ports().settlements().settle(all.get(n), succeeded(all.get(n))));

        assertThat(use()).isEqualTo(TWO.plus(ONE));
    }

    // Protects: what ended without a result takes nothing.
    @Test
    void countsNothingOfAFailure() {
        grant(person.welcome(25));
        Generation before = accepted(1, 4);

        ports().settlements().settle(before, failed(before, FailureReason.TIMEOUT));

        assertThat(use()).isEqualTo(StorageUse.NOTHING);
    }

    // Protects: a result that comes late and for nothing lies there like any other.
    @Test
    public void countsWhatIsDeliveredLate() {
        Generation late = deliveredLate();

        assertThat(use()).isEqualTo(ONE);
        removed(late, CLAIM);
        assertThat(use()).isEqualTo(StorageUse.NOTHING);
    }

    // Protects: who removes what was made has the room again, once.
    @Test
    public void givesBackWhatIsRemovedOnce() {
        grant(person.welcome(25));
        Generation first = delivered(1, 4);
        delivered(2, 4);

        assertThat(removed(first, CLAIM)).isTrue();
        assertThat(removed(first, CLAIM)).isTrue();
        assertThat(removed(first, new Claim("worker-2"))).isFalse();

        assertThat(use()).isEqualTo(ONE);
    }

    // Protects: of many who remove the same result at one moment, one gives back.
    @Test
    void givesBackOneOfManyRacingRemovals() {
        grant(person.welcome(25));
        Generation first = delivered(1, 4);
        delivered(2, 4);

        List<Boolean> won = Race.run(RACERS, n -> removed(first, new Claim("worker-" + n)));

        assertThat(won).filteredOn(each -> each).hasSize(1);
        assertThat(use()).isEqualTo(ONE);
    }

    // Protects: there is one bound for what people upload and what they have made.
    @Test
    public void leavesUploadsTheRoomThatResultsDoNotTake() {
        grant(person.welcome(25));
        Generation made = delivered(1, 4);
        Asset upload = AssetSamples.awaited(person.user(), 1, AssetType.PNG, person.now());
        StorageQuota quota = new StorageQuota(ONE.bytes() + upload.counted().bytes() - 1, 5);

        assertThat(assets().add(upload, quota)).isEqualTo(new AddOutcome.OverQuota());
        removed(made, CLAIM);
        assertThat(assets().add(upload, quota)).isEqualTo(new AddOutcome.Added(upload));
    }

    private StorageUse use() {
        return assets().use(person.user());
    }

    private boolean removed(Generation generation, Claim claim) {
        Generation after =
                generation
                        .on(new GenerationEvent.Removed(person.now().plusSeconds(60)))
                        .orElseThrow();
        return ports().generations().move(generation, after, claim);
    }

    private Generation deliveredLate() {
        grant(person.welcome(25));
        Generation before = delivering(1, 4);
        Generation failed = failed(before, FailureReason.TIMEOUT);
        ports().settlements().settle(before, failed);
        return moved(
                failed,
                new GenerationEvent.DeliveredLate(
                        Samples.providerRequest(1),
                        List.of(Samples.media(failed, 0)),
                        failed.createdAt().plusSeconds(90)));
    }
}
