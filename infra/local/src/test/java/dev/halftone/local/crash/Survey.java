package dev.halftone.local.crash;

import dev.halftone.testing.crash.Call;
import dev.halftone.testing.crash.Fault;
import dev.halftone.testing.crash.Finding;
import dev.halftone.testing.crash.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Walks a story once in fair weather, and then once for every place at which a fault can strike.
 */
final class Survey {

    private static final Set<String> READS =
            Set.of(
                    "BatchGetItem",
                    "GET object",
                    "GetItem",
                    "GetParameter",
                    "Query",
                    "TransactGetItems",
                    "dream generation",
                    "dream list",
                    "dream picture.png",
                    "fal jwks.json",
                    "fal picture.png",
                    "fal result",
                    "fal status",
                    "gmi list",
                    "gmi picture.png",
                    "gmi request");

    private final Story story;
    private final World.Planting planting;
    private final List<Call> calls;

    /** One run to be made. */
    private record Point(Call call, Fault fault) {
        @Override
        public String toString() {
            return fault + " at " + call;
        }
    }

    /** What came of all runs. */
    record Outcome(int runs, List<Finding> findings, List<String> missed) {}

    private Survey(Story story, World.Planting planting, List<Call> calls) {
        this.story = story;
        this.planting = planting;
        this.calls = calls;
    }

    static Survey of(Story story) {
        return of(story, (_, cloud) -> cloud);
    }

    /** A survey of functions some of whose services err, though nobody notices in fair weather. */
    static Survey of(Story story, World.Planting planting) {
        try (World world = new World("fair weather", story, Script.calm(), planting)) {
            List<Finding> findings = world.run();
            if (!findings.isEmpty()) {
                throw new AssertionError(findings.toString());
            }
            return new Survey(story, planting, world.calls());
        }
    }

    List<Call> calls() {
        return calls;
    }

    /** Whether it changes nothing outside. */
    static boolean isRead(Call call) {
        return READS.contains(call.operation());
    }

    /**
     * One run for every state of the world in which a process can die: before the first call of an
     * invocation and after each call that changes something. Dying before or after a read is the
     * same as dying at one of these, for in between there is nothing that anybody could see.
     */
    Outcome deaths(Predicate<Call> which) {
        List<Point> points = new ArrayList<>();
        for (Call call : calls) {
            if (which.test(call) && isFirstOfItsInvocation(call)) {
                points.add(new Point(call, new Fault.Death(false)));
            }
            if (which.test(call) && !isRead(call)) {
                points.add(new Point(call, new Fault.Death(true)));
            }
        }
        return run(points);
    }

    /**
     * One run for each call that changes something with the process frozen before it, where what it
     * has read grows old, and one frozen after it, where its reply does.
     */
    Outcome freezes(Predicate<Call> which) {
        List<Point> points = new ArrayList<>();
        for (Call call : calls) {
            if (which.test(call) && !isRead(call)) {
                points.add(new Point(call, new Fault.Freeze(false)));
                points.add(new Point(call, new Fault.Freeze(true)));
            }
        }
        return run(points);
    }

    /** One run for each call that changes something with its reply lost. */
    Outcome lostReplies() {
        return run(
                calls.stream()
                        .filter(call -> !isRead(call))
                        .map(call -> new Point(call, new Fault.LostReply()))
                        .toList());
    }

    private boolean isFirstOfItsInvocation(Call call) {
        return calls.stream()
                .filter(other -> other.invocation() == call.invocation())
                .findFirst()
                .filter(call::equals)
                .isPresent();
    }

    private Outcome run(List<Point> points) {
        List<Finding> findings = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (Point point : points) {
            Script script = Script.once(point.call(), point.fault());
            try (World world = new World(point.toString(), story, script, planting)) {
                findings.addAll(world.run());
                if (world.struck().size() != 1) {
                    missed.add(point.toString());
                }
            }
        }
        return new Outcome(points.size(), findings, missed);
    }
}
