package dev.halftone.function.generationsubmit;

import dev.halftone.core.storyboard.QuoteShots;
import java.time.Instant;
import java.util.List;

/**
 * What shots cost, each and all together.
 *
 * @param items in the order in which they are seen
 * @param credits of all of them
 */
record ShotQuoteResource(List<Item> items, long credits) {
    /** One shot's price and how long it holds. */
    record Item(int shot, String quote, long credits, String priceVersion, Instant expiresAt) {}

    ShotQuoteResource {
        items = List.copyOf(items);
    }

    static ShotQuoteResource of(QuoteShots.Outcome.Quoted quoted) {
        return new ShotQuoteResource(
                quoted.shots().stream()
                        .map(
                                each ->
                                        new Item(
                                                each.shot(),
                                                each.token(),
                                                each.quote().price().credits().amount(),
                                                each.quote().price().version(),
                                                each.quote().expiresAt()))
                        .toList(),
                quoted.total().amount());
    }
}
