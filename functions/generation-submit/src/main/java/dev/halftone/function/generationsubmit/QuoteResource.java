package dev.halftone.function.generationsubmit;

import dev.halftone.core.generation.MakeQuote;
import java.time.Instant;

/** A price and how long it holds. */
record QuoteResource(
        String quote, long credits, String priceVersion, Instant expiresAt, int width, int height) {
    static QuoteResource of(MakeQuote.Outcome.Quoted quoted) {
        return new QuoteResource(
                quoted.token(),
                quoted.quote().price().credits().amount(),
                quoted.quote().price().version(),
                quoted.quote().expiresAt(),
                quoted.size().width(),
                quoted.size().height());
    }
}
