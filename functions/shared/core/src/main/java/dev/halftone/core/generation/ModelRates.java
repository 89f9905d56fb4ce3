package dev.halftone.core.generation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often each model delivers, over a day and over a month.
 *
 * @param models by their id
 */
public record ModelRates(Map<String, Rates> models) {

    /** The last of them is the hour that is not over yet. */
    public static final int HOURS = 24;

    /** The last of them is today. */
    public static final int DAYS = 30;

    /** Of one model. */
    public record Rates(Counts day, Counts month) {}

    /** How many ended, and how. */
    public record Counts(long delivered, long failed, long refused, long stopped) {

        static Counts of(List<Endings.Count> counts) {
            Map<Ending, Long> sums = new EnumMap<>(Ending.class);
            for (Endings.Count count : counts) {
                sums.merge(count.ending(), count.number(), Math::addExact);
            }
            return new Counts(
                    sums.getOrDefault(Ending.DELIVERED, 0L),
                    sums.getOrDefault(Ending.FAILED, 0L),
                    sums.getOrDefault(Ending.REFUSED, 0L),
                    sums.getOrDefault(Ending.STOPPED, 0L));
        }
    }

    public ModelRates {
        models = Map.copyOf(models);
    }

    public static ModelRates at(Instant now, Endings endings) {
        Instant firstHour = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1L));
        LocalDate firstDay = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS - 1L);
        Map<String, List<Endings.Count>> byModel =
                endings.since(firstDay).stream()
                        .collect(Collectors.groupingBy(Endings.Count::model));
        Map<String, Rates> rates = new TreeMap<>();
        byModel.forEach(
                (model, counts) ->
                        rates.put(
                                model,
                                new Rates(
                                        Counts.of(
                                                counts.stream()
                                                        .filter(
                                                                each ->
                                                                        !each.hour()
                                                                                .isBefore(
                                                                                        firstHour))
                                                        .toList()),
                                        Counts.of(counts))));
        return new ModelRates(rates);
    }
}
