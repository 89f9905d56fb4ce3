package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SigningKey;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.Mark;
import dev.halftone.core.batch.ReleaseRows;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Base64;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

// Protects credits and rows from a worker that dies: before and after each of its calls to the
// outside it ends without a word, another one goes on, and in the end every row was made once.
class ReleaseCrashTest {

    private static final int ROWS = 5;
    private static final int AT_ONCE = 2;
    private static final int SWEEPS_MAX = 40;
    private static final int CALLS_MAX = 200;

    /** A worker's way to the stores, which ends at one call. */
    private static final class Dying implements BatchWorld.Between {
        private int left;
        private final boolean applied;
        private boolean dead;

        Dying(int left, boolean applied) {
            this.left = left;
            this.applied = applied;
        }

        @Override
        public <T> T around(Class<T> type, T port) {
            return type.cast(
                    Proxy.newProxyInstance(
                            type.getClassLoader(),
                            new Class<?>[] {type},
                            (_, method, arguments) -> {
                                boolean last = left-- == 0;
                                dead |= last && !applied;
                                if (dead) {
                                    throw new TransientFailure("test", "the process is gone");
                                }
                                try {
                                    Object answer = method.invoke(port, arguments);
                                    if (last) {
                                        dead = true;
                                        throw new TransientFailure("test", "the process is gone");
                                    }
                                    return answer;
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            }));
        }
    }

    private static ReleaseRows.Rule rule(Supplier<SigningKey> key) {
        return new ReleaseRows.Rule(AT_ONCE, key);
    }

    /** What became of a batch whose first worker died at that call. */
    private record End(Batch batch, int generations, long paid, boolean died) {}

    private static End run(int call, boolean applied, Supplier<SigningKey> later) {
        BatchWorld world = new BatchWorld();
        Batch batch = world.started(1, 1, ROWS);
        Dying dying = new Dying(call, applied);
        ReleaseRows first = world.worker(dying, rule(Samples::signingKey));
        for (int sweeps = 0; sweeps < SWEEPS_MAX && !dying.dead && !over(world, batch); sweeps++) {
            try {
                world.deliver(first);
            } catch (TransientFailure _) {
                break;
            }
            world.makeAll(1);
        }
        ReleaseRows second = world.worker(new BatchWorld.Calm(), rule(later));
        for (int sweeps = 0; sweeps < SWEEPS_MAX && !over(world, batch); sweeps++) {
            world.sweep(second);
            world.makeAll(1);
        }
        long left =
                world.store
                        .ledger()
                        .account(Samples.accountId(1))
                        .orElseThrow()
                        .available()
                        .amount();
        return new End(
                world.batches.find(batch.id()).orElseThrow(),
                world.of(1).size(),
                ROWS * 8L - left,
                dying.dead);
    }

    private static boolean over(BatchWorld world, Batch batch) {
        return world.batches.find(batch.id()).orElseThrow().marks().count(Mark.MADE) == ROWS;
    }

    private static int deaths(boolean applied) {
        int call = 0;
        for (; call < CALLS_MAX; call++) {
            End end = run(call, applied, Samples::signingKey);
            assertThat(end.batch().marks().count(Mark.MADE)).as("call %d", call).isEqualTo(ROWS);
            assertThat(end.generations()).as("call %d", call).isEqualTo(ROWS);
            assertThat(end.paid()).as("call %d", call).isEqualTo(ROWS * 4L);
            if (!end.died()) {
                return call;
            }
        }
        return call;
    }

    @Test
    void makesEveryRowOnceWhereverAWorkerDiesBeforeACall() {
        assertThat(deaths(false)).isBetween(20, CALLS_MAX - 1);
    }

    @Test
    void makesEveryRowOnceWhereverAWorkerDiesAfterACall() {
        assertThat(deaths(true)).isBetween(20, CALLS_MAX - 1);
    }

    // Planted: who goes on names rows otherwise than who died, and a row is begun twice somewhere.
    @Test
    void noticesRowsThatAreNotNamedAfterTheirBatch() {
        SigningKey other = SigningKey.ofBase64(Base64.getEncoder().encodeToString(new byte[32]));
        boolean noticed = false;
        for (int call = 0; call < 40 && !noticed; call++) {
            End end = run(call, true, () -> other);
            noticed = end.generations() != ROWS || end.paid() != ROWS * 4L;
        }

        assertThat(noticed).isTrue();
    }
}
