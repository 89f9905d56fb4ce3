package dev.halftone.testing;

import dev.halftone.core.Page;
import dev.halftone.core.payment.Parked;
import dev.halftone.core.payment.ParkedDelivery;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parked deliveries in memory. */
public final class InMemoryParked implements Parked {

    // Guarded by this object's monitor.
    private final NavigableMap<String, ParkedDelivery> parked = new TreeMap<>();

    @Override
    public synchronized void park(ParkedDelivery delivery) {
        parked.putIfAbsent(key(delivery), delivery);
    }

    @Override
    public synchronized Page<ParkedDelivery> of(
            String processor, int limit, @Nullable String cursor) {
        NavigableMap<String, ParkedDelivery> own =
                parked.subMap(processor + "#", true, processor + "$", false);
        return Paging.page(own, limit, cursor, "[a-z]{2,20}#[A-Za-z0-9_.-]{1,200}");
    }

    @Override
    public synchronized void remove(ParkedDelivery delivery) {
        parked.remove(key(delivery));
    }

    private static String key(ParkedDelivery delivery) {
        return delivery.processor() + "#" + delivery.eventId();
    }
}
