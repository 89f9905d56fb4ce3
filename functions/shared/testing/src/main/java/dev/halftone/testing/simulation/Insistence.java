package dev.halftone.testing.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks until there is an answer, as processors do with their news; and sometimes once more. */
final class Insistence {

    private static final Duration AGAIN_MAX = Duration.ofSeconds(60);
    private static final Duration REPEATED_MAX = Duration.ofMinutes(5);

    private final World world;
    private final List<Runnable> told = new ArrayList<>();

    Insistence(World world) {
        this.world = world;
    }

    /** Tells news that must have its effect. */
    <T> void tell(String name, Function<Invocation, T> news, Consumer<T> then) {
        Runnable telling = () -> insist(name, news, then);
        told.add(telling);
        telling.run();
        if (world.mix.strikes(Trouble.NEWS_REPEATED)) {
            world.timeline.later(world.upTo(REPEATED_MAX), telling);
        }
    }

    private <T> void insist(String name, Function<Invocation, T> news, Consumer<T> then) {
        Optional<T> answer = world.invoke(name, news);
        answer.ifPresentOrElse(
                then,
                () -> world.timeline.later(world.upTo(AGAIN_MAX), () -> insist(name, news, then)));
    }

    /** All news of old are told once more. */
    void echo(Duration within) {
        for (Runnable telling : List.copyOf(told)) {
            world.timeline.later(world.upTo(within), telling);
        }
    }
}
