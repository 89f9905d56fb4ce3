package dev.halftone.testing;

import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.share.Share;
import dev.halftone.core.share.Shares;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Links in memory; it never forgets by itself, so that nothing may rely on that. */
public final class InMemoryShares implements Shares {

    private final Map<String, Share> shares = new HashMap<>();

    @Override
    public synchronized Share open(Share share, Instant now) {
        String key = key(share.generation(), share.index());
        Share kept = shares.get(key);
        if (kept != null && kept.isLive(now)) {
            return kept;
        }
        shares.put(key, share);
        return share;
    }

    @Override
    public synchronized Optional<Share> find(GenerationId generation, int index) {
        return Optional.ofNullable(shares.get(key(generation, index)));
    }

    @Override
    public synchronized void revoke(GenerationId generation, int index) {
        shares.remove(key(generation, index));
    }

    private static String key(GenerationId generation, int index) {
        return generation + "/" + index;
    }
}
