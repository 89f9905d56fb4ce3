package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.account.UserId;
import dev.halftone.core.asset.Assets;
import dev.halftone.core.asset.StorageUse;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.StoredResults;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goal: the contract of stored results sees. Method: a counter with one bug each, and a test of the
 * contract must find it.
 */
class PlantedStorageFaultTest {

    /** What a wrong counter counts of a step, told whether the step was taken. */
    private interface Counting {
        StorageUse counted(Generation before, Generation after, boolean taken);
    }

    record Planted(String bug, Counting counting, Consumer<StoredResultsContract> finder) {
        @Override
        public String toString() {
            return bug;
        }
    }

    static Stream<Planted> bugs() {
        return Stream.of(
                new Planted(
                        "counts a delivery that another had made",
                        (before, after, _) -> StoredResults.difference(before, after),
                        StoredResultsContract::countsWhatIsDeliveredOnce),
                new Planted(
                        "forgets to give back",
                        (before, after, taken) ->
                                taken
                                        ? notBelowZero(StoredResults.difference(before, after))
                                        : StorageUse.NOTHING,
                        StoredResultsContract::givesBackWhatIsRemovedOnce),
                new Planted(
                        "gives back again when it is told again",
                        (before, after, _) -> StoredResults.difference(before, after),
                        StoredResultsContract::givesBackWhatIsRemovedOnce),
                new Planted(
                        "takes what was free for nothing",
                        (before, after, taken) ->
                                taken && !isFree(after)
                                        ? StoredResults.difference(before, after)
                                        : StorageUse.NOTHING,
                        StoredResultsContract::countsWhatIsDeliveredLate),
                new Planted(
                        "counts no results at all",
                        (_, _, _) -> StorageUse.NOTHING,
                        StoredResultsContract::leavesUploadsTheRoomThatResultsDoNotTake));
    }

    // Protects: a store that miscounts does not pass.
    @ParameterizedTest
    @MethodSource("bugs")
    void isNoticed(Planted planted) {
        assertThatThrownBy(() -> planted.finder().accept(new Counter(planted.counting())))
                .isInstanceOf(AssertionError.class);
    }

    private static StorageUse notBelowZero(StorageUse difference) {
        return difference.bytes() < 0 ? StorageUse.NOTHING : difference;
    }

    private static boolean isFree(Generation generation) {
        return generation.state() instanceof GenerationState.Succeeded succeeded
                && succeeded.free();
    }

    /** A store that counts as the tables do, step by step. */
    private static final class Counter extends StoredResultsContract {

        private final InMemoryStudio studio = new InMemoryStudio();
        private final Map<UserId, StorageUse> counted = new HashMap<>();
        private final Assets assets =
                new InMemoryAssets(owner -> counted.getOrDefault(owner, StorageUse.NOTHING));
        private final Counting counting;

        Counter(Counting counting) {
            this.counting = counting;
        }

        @Override
        protected Assets assets() {
            return assets;
        }

        @Override
        protected StudioPorts ports() {
            StudioPorts ports = studio.ports();
            StudioPorts moving =
                    Forwarding.with(
                            ports,
                            new Forwarding.OfGenerations(ports) {
                                @Override
                                public boolean move(
                                        Generation before, Generation after, Claim claim) {
                                    return count(before, after, super.move(before, after, claim));
                                }
                            });
            return Forwarding.with(
                    moving,
                    (before, after, charged) ->
                            count(
                                    before,
                                    after,
                                    ports.settlements().settle(before, after, charged)));
        }

        private boolean count(Generation before, Generation after, boolean taken) {
            counted.merge(after.owner(), counting.counted(before, after, taken), StorageUse::plus);
            return taken;
        }
    }
}
