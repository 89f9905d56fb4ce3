package dev.halftone.testing.simulation;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.Claim;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the parts of one run share: the dice, the time, who acts, and what goes wrong. */
final class World {

    private static final int MACHINES = 4;
    private static final int DEPTH_MAX = 3;
    private static final int OVERTAKERS_MAX = 3;
    private static final Duration OVERTAKEN_MAX = Duration.ofSeconds(5);
    // Longer than every lease, so that others take over what a stalled process still believes in.
    private static final Duration STALL_MAX = Duration.ofSeconds(200);
    private static final int STALL_EVENTS_MAX = 30;
    private static final long SKEW_SLIGHT_MILLIS = 400;
    private static final long SKEW_BAD_MILLIS = Duration.ofSeconds(90).toMillis();

    /** The worst that a clock is off; what such a clock wrote down is due so much later. */
    static final Duration SKEW_MAX = Duration.ofMinutes(15);

    final long seed;
    final SplittableRandom random;
    final Tally tally = new Tally();
    final Mix mix;
    final Timeline timeline = new Timeline(Samples.NOW.toEpochMilli());
    final Chronicle chronicle = new Chronicle();
    private final long[] skews = new long[MACHINES];
    private Runnable look = () -> {};
    private @Nullable Invocation current;
    private int depth;
    private int invocations;

    World(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.mix = new Mix(random, tally);
        List<Long> worst = List.of(SKEW_SLIGHT_MILLIS, SKEW_BAD_MILLIS, SKEW_MAX.toMillis());
        long most = worst.get(random.nextInt(worst.size()));
        for (int machine = 0; machine < MACHINES; machine++) {
            skews[machine] = random.nextLong(2 * most + 1) - most;
        }
    }

    /** Who checks the promises after every change of the store. */
    void watch(Runnable looking) {
        this.look = looking;
    }

    /** The true time. */
    Instant now() {
        return Instant.ofEpochMilli(timeline.nowMillis());
    }

    Duration upTo(Duration most) {
        return Duration.ofMillis(1 + random.nextLong(most.toMillis()));
    }

    /** Once in so many times. */
    boolean rarely(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T anyOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    void note(String what, @Nullable Object detail) {
        chronicle.note(
                timeline.nowMillis(), depth, current == null ? "-" : current.who, what, detail);
    }

    /** Runs a use case in a process of its own; empty if it did not come to an answer. */
    <T> Optional<T> invoke(String name, Function<Invocation, T> body) {
        Invocation outer = current;
        int number = invocations++;
        long skew = mix.strikes(Trouble.CLOCK_SKEWED) ? skews[random.nextInt(MACHINES)] : 0;
        Invocation mine =
                new Invocation(
                        name + "-" + number, now().plusMillis(skew), new Claim("run-" + number));
        current = mine;
        depth++;
        try {
            T answer = body.apply(mine);
            note("answers", answer);
            return Optional.of(answer);
        } catch (DependencyFailure e) {
            note("fails", e);
            return Optional.empty();
        } catch (InternalError e) {
            if (!mine.isDead()) {
                throw e;
            }
            note("dies", null);
            return Optional.empty();
        } finally {
            depth--;
            current = outer;
        }
    }

    /** A read or write of the store, by the use case that runs now. */
    <T> T store(String operation, Supplier<T> effect) {
        Invocation caller = before(operation);
        refuse(Trouble.STORE_UNREACHABLE, "store");
        refuse(Trouble.STORE_CONFLICT, "store");
        refuse(Trouble.STORE_THROTTLED, "store");
        T answer = observed(operation, effect);
        if (mix.strikes(Trouble.STORE_REPEATED)) {
            answer = observed(operation, effect);
        }
        after(caller);
        refuse(Trouble.STORE_REPLY_LOST, "store");
        return answer;
    }

    private <T> T observed(String operation, Supplier<T> effect) {
        T answer = effect.get();
        note(operation, answer);
        look.run();
        return answer;
    }

    /** A call to anybody else; what may become of it is the called one's business. */
    <T> T call(String operation, Supplier<T> effect) {
        Invocation caller = before(operation);
        T answer = effect.get();
        note(operation, answer);
        after(caller);
        return answer;
    }

    /** Fails for now if this trouble strikes. */
    void refuse(Trouble trouble, String dependency) {
        if (mix.strikes(trouble)) {
            note("meets", trouble);
            throw new TransientFailure(dependency, "said the simulator: " + trouble);
        }
    }

    private Invocation before(String operation) {
        Invocation caller = current;
        if (caller == null) {
            throw new AssertionError("Nobody calls " + operation);
        }
        caller.mustLive();
        letOthersGoFirst();
        if (mix.strikes(Trouble.DEATH_BEFORE_CALL)) {
            throw caller.die();
        }
        return caller;
    }

    private void after(Invocation caller) {
        if (mix.strikes(Trouble.DEATH_AFTER_CALL)) {
            throw caller.die();
        }
    }

    private void letOthersGoFirst() {
        if (depth >= DEPTH_MAX) {
            return;
        }
        if (mix.strikes(Trouble.OVERTAKEN)) {
            run(1 + random.nextInt(OVERTAKERS_MAX), OVERTAKEN_MAX);
        } else if (mix.strikes(Trouble.STALLED)) {
            run(STALL_EVENTS_MAX, upTo(STALL_MAX));
        }
    }

    private void run(int eventsMax, Duration window) {
        long until = timeline.nowMillis() + window.toMillis();
        for (int event = 0; event < eventsMax && timeline.step(until); event++) {
            tally.sawEvent();
        }
    }
}
