package dev.halftone.function.generationsubmit;

import dev.halftone.core.batch.BatchPrice;
import dev.halftone.core.batch.RowFinding;
import java.time.Instant;
import java.util.List;

/**
 * One price for all rows that can be made, and how long it holds.
 *
 * @param credits of all of them together
 * @param rows how many can be made
 * @param preview the first prompts, as they would be sent
 * @param findings why the other rows cannot be made, all of them
 */
record BatchQuoteResource(
        String quote,
        long credits,
        long creditsEach,
        int rows,
        String priceVersion,
        Instant expiresAt,
        List<BatchPrice.Prompt> preview,
        List<RowFinding> findings) {
    static BatchQuoteResource of(BatchPrice price) {
        return new BatchQuoteResource(
                price.token(),
                price.total().amount(),
                price.each().price().credits().amount(),
                price.rows(),
                price.each().price().version(),
                price.each().expiresAt(),
                price.preview(),
                price.findings());
    }
}
