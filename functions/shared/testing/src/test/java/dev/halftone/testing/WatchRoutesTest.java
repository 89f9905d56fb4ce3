package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.circuit.Circuit;
import dev.halftone.core.circuit.Sign;
import dev.halftone.core.circuit.WatchRoutes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

// Protects: what one environment learns keeps all others from failing too, and in calm weather
// nobody writes, and nobody reads more than once in some seconds.
class WatchRoutesTest {

    private static final Route ROUTE = Samples.route("fal", "fal-ai/one", MediaKind.IMAGE);
    private static final Route OTHER = Samples.route("fal", "fal-ai/other", MediaKind.IMAGE);
    private static final Instant NOW = Samples.NOW;
    // Long enough that nothing read before is believed.
    private static final Instant SOON = NOW.plus(WatchRoutes.READING_LIFETIME);

    private final InMemoryCircuits circuits = new InMemoryCircuits();
    private final WatchRoutes watch = new WatchRoutes(circuits);
    private final WatchRoutes elsewhere = new WatchRoutes(circuits);

    @Test
    void writesNothingAndHardlyReadsWhileAllIsWell() {
        for (int order = 0; order < 100; order++) {
            assertThat(watch.shutUntil(ROUTE, NOW)).isEmpty();
            watch.saw(Sign.WELL, ROUTE, NOW);
        }

        assertThat(circuits.writes()).isZero();
        assertThat(circuits.reads()).isEqualTo(2);
    }

    @Test
    void keepsOrdersOfEveryEnvironmentFromWhatFails() {
        failing(ROUTE);

        assertThat(elsewhere.shutUntil(ROUTE, SOON)).contains(NOW.plus(Circuit.OPEN_MIN));
        assertThat(elsewhere.isClosed(ROUTE, SOON)).isFalse();
        assertThat(elsewhere.isClosed(OTHER, SOON)).isTrue();
    }

    @Test
    void letsOneOfManyTryAtTheSameTime() {
        failing(ROUTE);
        Instant later = NOW.plus(Circuit.OPEN_MIN);

        List<Optional<Instant>> answers =
                Race.run(6, _ -> new WatchRoutes(circuits).shutUntil(ROUTE, later));

        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
    }

    @Test
    void opensForEveryOrderOnceTheOneThatTriedSucceeded() {
        failing(ROUTE);
        Instant later = NOW.plus(Circuit.OPEN_MIN);
        assertThat(watch.shutUntil(ROUTE, later)).isEmpty();

        watch.saw(Sign.WELL, ROUTE, later);

        assertThat(watch.isClosed(ROUTE, later)).isTrue();
        assertThat(elsewhere.isClosed(ROUTE, later)).isTrue();
    }

    // A key opens everything that a provider has, and asking again would change nothing.
    @Test
    void keepsEveryOrderFromAProviderThatRefusesOurKey() {
        watch.saw(Sign.KEY_REFUSED, ROUTE, NOW);

        assertThat(elsewhere.shutUntil(OTHER, NOW)).contains(NOW.plus(Circuit.REFUSED));
        watch.keyAccepted("fal", NOW);
        assertThat(watch.shutUntil(OTHER, NOW)).isEmpty();
    }

    @Test
    void takesARefusedOrderForASignOfLife() {
        for (int order = 0; order < Circuit.FAILURES_MAX - 1; order++) {
            watch.saw(Sign.UNWELL, ROUTE, NOW);
        }
        watch.saw(Sign.WELL, ROUTE, NOW);
        watch.saw(Sign.UNWELL, ROUTE, NOW);

        assertThat(watch.isClosed(ROUTE, NOW)).isTrue();
    }

    @Test
    void letsEverythingThroughWhileNobodyCanSayHowItStands() {
        failing(ROUTE);
        circuits.breakDown();

        assertThat(elsewhere.shutUntil(ROUTE, NOW)).isEmpty();
        elsewhere.saw(Sign.UNWELL, ROUTE, NOW);
        elsewhere.saw(Sign.KEY_REFUSED, ROUTE, NOW);
    }

    private void failing(Route route) {
        for (int order = 0; order < Circuit.FAILURES_MAX; order++) {
            watch.saw(Sign.UNWELL, route, NOW);
        }
    }
}
