package dev.halftone.core.payment;

import dev.halftone.core.Page;
import org.jspecify.annotations.Nullable;

/** Deliveries that could not be applied, each for {@link ParkedDelivery#LIFE}. */
public interface Parked {

    int PAGE_MAX = 50;

    /** Keeps it; the same one again changes nothing. */
    void park(ParkedDelivery delivery);

    /** What is parked of a processor, in no order that means anything. */
    Page<ParkedDelivery> of(String processor, int limit, @Nullable String cursor);

    /** Lets go of what was applied by now. */
    void remove(ParkedDelivery delivery);
}
