package dev.halftone.testing;

import dev.halftone.core.account.SpentProofs;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Spent proofs, kept for ever. */
public final class InMemorySpentProofs implements SpentProofs {

    private final Set<String> spent = ConcurrentHashMap.newKeySet();

    @Override
    public boolean spend(String digest, Instant until) {
        return spent.add(digest);
    }
}
