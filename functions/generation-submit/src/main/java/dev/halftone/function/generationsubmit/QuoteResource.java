package dev.halftone.function.generationsubmit;

import dev.halftone.core.catalogue.Alias;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.generation.MakeQuote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A price and how long it holds.
 *
 * @param model what will be used
 * @param note why that is another model than the one that was named; {@code null} if it is not
 * @param width of a picture or film, about; a text has none
 * @param height of a picture or film, about; a text has none
 */
record QuoteResource(
        String quote,
        String model,
        @Nullable String note,
        long credits,
        String priceVersion,
        Instant expiresAt,
        @Nullable Integer width,
        @Nullable Integer height) {
    static QuoteResource of(MakeQuote.Outcome.Quoted quoted, String named, Catalogue catalogue) {
        return new QuoteResource(
                quoted.token(),
                catalogue.find(named).map(Model::id).orElse(named),
                catalogue.alias(named).map(Alias::note).orElse(null),
                quoted.quote().price().credits().amount(),
                quoted.quote().price().version(),
                quoted.quote().expiresAt(),
                quoted.size() == null ? null : quoted.size().width(),
                quoted.size() == null ? null : quoted.size().height());
    }
}
