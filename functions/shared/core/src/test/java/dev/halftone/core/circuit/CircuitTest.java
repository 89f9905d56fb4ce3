package dev.halftone.core.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

// Protects: orders are kept from where they would fail, never for ever, and one at a time finds out
// whether it works again.
class CircuitTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void opensAfterSeveralFailuresInARow() {
        Circuit circuit = failing(Circuit.closed(), Circuit.FAILURES_MAX - 1);
        assertThat(circuit.isClosed()).isTrue();

        assertThat(failing(circuit, 1).shutUntil()).contains(NOW.plus(Circuit.OPEN_MIN));
    }

    @Test
    void forgetsFailuresOnceSomethingSucceeds() {
        Circuit circuit = failing(Circuit.closed(), Circuit.FAILURES_MAX - 1);

        Circuit after = failing(circuit.succeeded(NOW).orElseThrow(), Circuit.FAILURES_MAX - 1);

        assertThat(after.isClosed()).isTrue();
    }

    @Test
    void forgetsFailuresThatAreOld() {
        Circuit circuit = failing(Circuit.closed(), Circuit.FAILURES_MAX - 1);

        Circuit after = circuit.failed(NOW.plus(Circuit.WINDOW)).orElseThrow();

        assertThat(after.state()).isEqualTo(new Circuit.State.Closed(1, NOW.plus(Circuit.WINDOW)));
    }

    @Test
    void changesNothingWhileAllIsWell() {
        assertThat(Circuit.closed().succeeded(NOW)).isEmpty();
    }

    @Test
    void letsOneTryOnceTheTimeIsOver() {
        Circuit open = opened();
        Instant then = NOW.plus(Circuit.OPEN_MIN);

        assertThat(open.tried(then.minusMillis(1))).isEmpty();
        Circuit trial = open.tried(then).orElseThrow();
        assertThat(trial.tried(then)).isEmpty();
        assertThat(trial.succeeded(then)).map(Circuit::isClosed).contains(true);
    }

    @Test
    void letsAnotherTryIfNothingIsHeardOfTheFirst() {
        Instant then = NOW.plus(Circuit.OPEN_MIN);
        Circuit trial = opened().tried(then).orElseThrow();

        assertThat(trial.tried(then.plus(Circuit.TRIAL))).isPresent();
    }

    @Test
    void staysOpenTwiceAsLongAfterEachFailedTrialAndNeverForEver() {
        Circuit circuit = opened();
        Instant now = NOW;
        Duration before = Circuit.OPEN_MIN;
        for (int trial = 0; trial < 40; trial++) {
            now = circuit.shutUntil().orElseThrow();
            circuit = circuit.tried(now).orElseThrow().failed(now).orElseThrow();
            Duration time = Duration.between(now, circuit.shutUntil().orElseThrow());
            Duration doubled = before.multipliedBy(2);
            assertThat(time)
                    .isEqualTo(
                            doubled.compareTo(Circuit.OPEN_MAX) < 0 ? doubled : Circuit.OPEN_MAX);
            before = time;
        }
    }

    @Test
    void isNeitherClosedNorKeptOpenByCallsOlderThanItsOpening() {
        assertThat(opened().succeeded(NOW)).isEmpty();
        assertThat(opened().failed(NOW)).isEmpty();
    }

    @Test
    void opensAtOnceAndForLongWhereAnOperatorHasToAct() {
        assertThat(Circuit.closed().refused(NOW).shutUntil()).contains(NOW.plus(Circuit.REFUSED));
        assertThat(Circuit.closed().refused(NOW).cleared().isClosed()).isTrue();
    }

    private static Circuit opened() {
        return failing(Circuit.closed(), Circuit.FAILURES_MAX);
    }

    private static Circuit failing(Circuit from, int times) {
        Circuit circuit = from;
        for (int time = 0; time < times; time++) {
            circuit = Optional.of(circuit).flatMap(each -> each.failed(NOW)).orElseThrow();
        }
        return circuit;
    }
}
