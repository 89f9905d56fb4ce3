package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.MediaStore;
import dev.halftone.core.generation.ObjectKey;
import dev.halftone.core.ledger.BucketNote;
import dev.halftone.core.ledger.Change;
import dev.halftone.core.ledger.JournalEntry.Kind;
import dev.halftone.core.ledger.Movement;
import dev.halftone.core.ledger.Requirement;
import dev.halftone.testing.simulation.Planting;
import dev.halftone.testing.simulation.Simulation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goal: the simulator sees. Method: one bug for each promise, and the campaign must find it soon,
 * by the promise that it breaks.
 */
class PlantedWorldFaultTest {

    /** Within so many seeds every bug is found; the campaign runs many times as many. */
    private static final int SEEDS_MAX = 500;

    record Planted(String bug, String found, Planting planting) {

        @Override
        public String toString() {
            return bug;
        }
    }

    private static Planted store(
            String bug, String found, Function<InMemoryStudio, StudioPorts> ports) {
        return new Planted(bug, found, Planting.store(ports));
    }

    static Stream<Planted> bugs() {
        return Stream.of(bugsOfTheLedger(), bugsOfPurchases(), bugsOfGenerations())
                .flatMap(each -> each);
    }

    private static Stream<Planted> bugsOfPurchases() {
        return Stream.of(
                bought(
                        "grants each message of a payment",
                        "a grant that nobody asked for",
                        PlantedPurchases::grantingEachMessage),
                bought(
                        "forgets refunds",
                        "other than what went back was taken",
                        PlantedPurchases::forgettingRefunds),
                bought(
                        "takes all back for a part",
                        "took back more than went back",
                        PlantedPurchases::takingAllForAPart),
                bought(
                        "misses that a dispute is won",
                        "frozen otherwise than while a dispute is open",
                        PlantedPurchases::missingThatADisputeIsWon));
    }

    private static Planted bought(
            String bug, String found, Function<InMemoryStudio, PaymentPorts> purchases) {
        return new Planted(bug, found, Planting.purchases(purchases));
    }

    private static Stream<Planted> bugsOfTheLedger() {
        return Stream.of(
                new Planted(
                        "charges a bucket too little",
                        "available is",
                        Planting.movement(PlantedWorldFaultTest::takingNothing)),
                store("owes below zero", "available is -", PlantedStores::owingBelowZero),
                store("loses lines", "entries counted", PlantedStores::losingLines),
                store("grants again", "a grant that nobody asked", PlantedStores::grantingAgain),
                store(
                        "confirms without effect",
                        "confirmed, but never granted",
                        PlantedStores::confirmingWithoutEffect),
                store(
                        "posts twice",
                        "ends twice",
                        studio -> PlantedStores.endingTwice(studio, Kind.POST)),
                store(
                        "voids twice",
                        "ends twice",
                        studio -> PlantedStores.endingTwice(studio, Kind.VOID)),
                store("refunds twice", "refunded twice", PlantedStores::refundingTwice),
                store("expires twice", "expired more than", PlantedStores::expiringTwice),
                store("revokes again", "revoked more than asked", PlantedStores::revokingAgain),
                new Planted(
                        "spends while frozen",
                        "spent while frozen",
                        Planting.movement(PlantedWorldFaultTest::spendingThoughFrozen)),
                new Planted(
                        "forgets what expires",
                        "never expired",
                        Planting.movement(PlantedWorldFaultTest::forgettingExpiries)));
    }

    private static Stream<Planted> bugsOfGenerations() {
        return Stream.of(
                new Planted(
                        "charges before it stores",
                        "charged without a stored asset",
                        Planting.bucket(_ -> new Nowhere())),
                store("accepts twice", "pending twice", PlantedStores::acceptingTwice),
                store(
                        "fails without void",
                        "failed without its credits back",
                        PlantedStores::failingWithoutVoid),
                store(
                        "lets the last writer win",
                        "changed unseen",
                        PlantedStores::movingWithoutLooking),
                store(
                        "forgets why",
                        "return unexplained",
                        PlantedEnds::forgettingWhyCreditsWentBack),
                store(
                        "counts an end that it did not bring",
                        "counted otherwise",
                        PlantedEnds::countingBesideTheEnd),
                store(
                        "sweeps nothing",
                        "not everything has ended",
                        PlantedStores::sweepingNothing));
    }

    /** Protects each promise's check: it fires, and says what is wrong. */
    @ParameterizedTest
    @MethodSource("bugs")
    void findsEveryPlantedBugByThePromiseThatItBreaks(Planted planted) {
        assertThat(found(planted)).contains(planted.found()).contains("replay: ./mvnw");
    }

    private static String found(Planted planted) {
        String last = "nothing";
        for (long seed = 1; seed <= SEEDS_MAX; seed++) {
            try {
                Simulation.run(seed, planted.planting());
            } catch (AssertionError e) {
                last = e.toString();
                if (last.contains(planted.found())) {
                    return last;
                }
            }
        }
        return last;
    }

    private static Movement takingNothing(Movement movement) {
        return new Movement(
                movement.entry(),
                movement.changes().stream()
                        .filter(change -> !(change instanceof Change.Take))
                        .toList(),
                movement.requirements(),
                movement.notes());
    }

    private static Movement spendingThoughFrozen(Movement movement) {
        return new Movement(
                movement.entry(),
                movement.changes(),
                movement.requirements().stream()
                        .filter(requirement -> !(requirement instanceof Requirement.NotFrozen))
                        .toList(),
                movement.notes());
    }

    private static Movement forgettingExpiries(Movement movement) {
        return new Movement(
                movement.entry(),
                movement.changes(),
                movement.requirements(),
                movement.notes().stream()
                        .filter(note -> !(note instanceof BucketNote.Due))
                        .toList());
    }

    /** A bucket that says yes to everything and keeps nothing. */
    private static final class Nowhere implements MediaStore {

        @Override
        public boolean put(ObjectKey key, String contentType, Path file) {
            return true;
        }

        @Override
        public boolean fetch(ObjectKey key, Path target) {
            return false;
        }

        @Override
        public void remove(ObjectKey key) {}

        @Override
        public URI link(ObjectKey key, Duration lifetime, @Nullable String downloadName) {
            return URI.create("https://media.test/");
        }
    }
}
