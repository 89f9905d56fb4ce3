package dev.halftone.function.studio;

import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.generation.Endings;
import dev.halftone.core.generation.ModelRates;
import dev.halftone.lambda.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How often each model delivers, for everybody; counted once a minute, whoever asks how often. */
final class RateRoutes {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Endings endings;
    private final Catalogue catalogue;
    private final Clock clock;
    private @Nullable RatesResource last;

    RateRoutes(Endings endings, Catalogue catalogue, Clock clock) {
        this.endings = endings;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    HttpResponse rates() {
        Instant now = clock.instant();
        RatesResource known = last;
        if (known == null || known.asOf().plus(KEPT).isBefore(now)) {
            known = RatesResource.of(ModelRates.at(now, endings), catalogue, now);
            last = known;
        }
        return HttpResponse.json(200, known);
    }
}
