package dev.halftone.testing;

import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.Limit;
import dev.halftone.core.generation.Made;
import dev.halftone.core.generation.Spent;
import dev.halftone.core.generation.SpentByAll;
import dev.halftone.core.generation.Submissions.StoreOutcome;
import dev.halftone.core.generation.Submissions.Whose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What was spent at providers; guarded by its owner. */
final class Counters {

    private final Map<Of, MicroDollars> counted = new HashMap<>();
    private final Map<Of, Long> made = new HashMap<>();

    private record Of(Object whose, Object period) {}

    /** The limit or the ceiling that leaves no room for it, if there is one. */
    Optional<StoreOutcome> reached(Generation generation, Ceilings ceilings, Plans plans) {
        MicroDollars cost = generation.costs().counted();
        Instant at = generation.createdAt();
        Optional<Limit> limit =
                made(generation.owner(), at)
                        .reached(
                                plans.of(generation.admission().plan()),
                                generation.request().model(),
                                at);
        if (limit.isPresent()) {
            return Optional.of(new StoreOutcome.LimitReached(limit.get()));
        }
        Spent own = spent(generation.owner(), at);
        if (!own.leavesRoom(cost, ceilings.user())) {
            return Optional.of(
                    new StoreOutcome.CeilingReached(
                            Whose.USER, own.resetsAt(cost, ceilings.user(), at)));
        }
        SpentByAll all = all(at);
        return all.room(generation.id(), cost, ceilings).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new StoreOutcome.CeilingReached(
                                Whose.ALL, all.resetsAt(cost, ceilings, at)));
    }

    /** Counts what nothing stands against. */
    void count(Generation generation, Ceilings ceilings, Plans plans) {
        MicroDollars cost = generation.costs().counted();
        Instant at = generation.createdAt();
        UserId owner = generation.owner();
        add(owner, at, cost);
        add(all(at).room(generation.id(), cost, ceilings).orElseThrow(), at, cost);
        makeOne(owner, at);
        String model = generation.request().model();
        if (plans.of(generation.admission().plan()).models().containsKey(model)) {
            makeOne(new OfModel(owner, model), at);
        }
    }

    private void makeOne(Object whose, Instant at) {
        made.merge(new Of(whose, day(at)), 1L, Long::sum);
        made.merge(new Of(whose, month(at)), 1L, Long::sum);
    }

    private record OfModel(UserId owner, String model) {}

    /** What was accepted of one person. */
    Made made(UserId owner, Instant at) {
        Map<String, Made.Count> models = new HashMap<>();
        for (Of each : made.keySet()) {
            if (each.whose() instanceof OfModel one && one.owner().equals(owner)) {
                models.put(one.model(), madeBy(one, at));
            }
        }
        return new Made(madeBy(owner, at), models);
    }

    private Made.Count madeBy(Object whose, Instant at) {
        return new Made.Count(
                made.getOrDefault(new Of(whose, day(at)), 0L),
                made.getOrDefault(new Of(whose, month(at)), 0L));
    }

    private void add(Object whose, Instant at, MicroDollars cost) {
        counted.merge(new Of(whose, day(at)), cost, MicroDollars::plus);
        counted.merge(new Of(whose, month(at)), cost, MicroDollars::plus);
    }

    private SpentByAll all(Instant at) {
        return new SpentByAll(
                IntStream.range(0, Ceilings.SHARDS).mapToObj(shard -> spent(shard, at)).toList());
    }

    private Spent spent(Object whose, Instant at) {
        return new Spent(
                counted.getOrDefault(new Of(whose, day(at)), MicroDollars.ZERO),
                counted.getOrDefault(new Of(whose, month(at)), MicroDollars.ZERO));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(day(at));
    }
}
