package dev.halftone.testing.simulation;

import dev.halftone.core.generation.CancelGeneration;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.StepOutcome;
import dev.halftone.core.generation.SubmitOutcome;
import dev.halftone.core.ledger.AdmitOutcome;
import dev.halftone.core.ledger.FreezeOutcome;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.RefundOutcome;
import dev.halftone.core.ledger.RevokeOutcome;
import dev.halftone.core.ledger.ThawOutcome;
import dev.halftone.core.payment.ApplyOutcome;
import dev.halftone.core.payment.Payments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How often everything that can happen has happened; what never did was never tested. */
public final class Tally {

    private static final List<Class<?>> OUTCOMES =
            List.of(
                    SubmitOutcome.class,
                    StepOutcome.class,
                    CancelGeneration.Outcome.class,
                    GrantOutcome.class,
                    AdmitOutcome.class,
                    RefundOutcome.class,
                    RevokeOutcome.class,
                    FreezeOutcome.class,
                    ThawOutcome.class,
                    Payments.FulfilOutcome.class,
                    ApplyOutcome.class);

    private final Map<Enum<?>, Long> sights = new HashMap<>();
    private final Map<String, Long> outcomes = new TreeMap<>();
    private long events;

    /** A tally that has counted nothing. */
    public Tally() {
        OUTCOMES.stream()
                .flatMap(outcome -> Stream.of(outcome.getPermittedSubclasses()))
                .forEach(outcome -> outcomes.put(name(outcome), 0L));
    }

    private static String name(Class<?> outcome) {
        return outcome.getName().replaceFirst(".*\\.", "").replace('$', '.');
    }

    /** Counts a trouble, a situation, a reason of failure or a kind of line. */
    void saw(Enum<?> sight) {
        sights.merge(sight, 1L, Long::sum);
    }

    void sawEvent() {
        events++;
    }

    /** Counts an answer, and hands it on. */
    <T> T heard(T outcome) {
        outcomes.merge(NAMES.get(outcome.getClass()), 1L, Long::sum);
        return outcome;
    }

    private static final ClassValue<String> NAMES =
            new ClassValue<>() {
                @Override
                protected String computeValue(Class<?> outcome) {
                    return name(outcome);
                }
            };

    /** Adds what another run has counted. */
    public void add(Tally other) {
        other.sights.forEach((sight, count) -> sights.merge(sight, count, Long::sum));
        other.outcomes.forEach((name, count) -> outcomes.merge(name, count, Long::sum));
        events += other.events;
    }

    /** How many events were run. */
    public long events() {
        return events;
    }

    /** What never happened. */
    public List<String> missing() {
        return rows().entrySet().stream()
                .filter(row -> row.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Everything with how often it happened, a line each. */
    public List<String> table() {
        List<String> table = new ArrayList<>();
        rows().forEach((name, count) -> table.add("%-60s %,15d".formatted(name, count)));
        return table;
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>(outcomes);
        put(rows, "trouble ", Trouble.values());
        put(rows, "sight ", Sight.values());
        put(rows, "failed for ", FailureReason.values());
        put(rows, "line ", JournalEntry.Kind.values());
        return rows;
    }

    private void put(Map<String, Long> rows, String what, Enum<?>[] values) {
        for (Enum<?> value : values) {
            rows.put(what + value.name(), sights.getOrDefault(value, 0L));
        }
    }
}
