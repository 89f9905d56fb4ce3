package dev.halftone.testing;

import dev.halftone.core.payment.ListWalk;
import dev.halftone.core.payment.ListWalks;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Walks in memory. */
public final class InMemoryListWalks implements ListWalks {
    private final Map<String, ListWalk> walks = new ConcurrentHashMap<>();

    @Override
    public Optional<ListWalk> of(String processor) {
        return Optional.ofNullable(walks.get(processor));
    }

    @Override
    public void put(ListWalk walk) {
        walks.put(walk.processor(), walk);
    }
}
