package dev.halftone.function.studio;

import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.generation.ModelRates;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How often each model on offer delivers; one that nobody has used for a month is not there.
 *
 * @param asOf when it was counted; the last moments may be missing
 * @param hours how many the day of a rate has, the one that is not over yet included
 * @param days how many its month has, today included
 */
record RatesResource(Instant asOf, int hours, int days, List<RateResource> models) {

    /** Of one model. */
    record RateResource(String id, ModelRates.Counts day, ModelRates.Counts month) {}

    RatesResource {
        models = List.copyOf(models);
    }

    static RatesResource of(ModelRates rates, Catalogue catalogue, Instant asOf) {
        return new RatesResource(
                asOf,
                ModelRates.HOURS,
                ModelRates.DAYS,
                rates.models().entrySet().stream()
                        .filter(each -> catalogue.find(each.getKey()).isPresent())
                        .sorted(Map.Entry.comparingByKey())
                        .map(RatesResource::rate)
                        .toList());
    }

    private static RateResource rate(Map.Entry<String, ModelRates.Rates> each) {
        return new RateResource(each.getKey(), each.getValue().day(), each.getValue().month());
    }
}
