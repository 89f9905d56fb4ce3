package dev.halftone.testing.simulation;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.TransferId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What the world was asked for, and which of that it has confirmed. */
final class Asked {

    final Map<GrantId, Grant> grants = new HashMap<>();
    final Set<GrantId> granted = new HashSet<>();
    final Map<GrantId, Long> revocations = new HashMap<>();
    final Map<GrantId, Long> revoked = new HashMap<>();
    final Map<TransferId, Long> refunds = new HashMap<>();
    final Set<TransferId> refunded = new HashSet<>();
    final Map<GenerationId, Order> orders = new LinkedHashMap<>();
    final Set<GenerationId> accepted = new HashSet<>();
    final Set<GenerationId> removals = new HashSet<>();
    final Map<FreezeCause, AccountId> freezes = new HashMap<>();
    final Set<FreezeCause> frozen = new HashSet<>();
    final Set<FreezeCause> thaws = new HashSet<>();

    /** A generation that somebody wants, and the price that it was quoted at. */
    record Order(AccountId account, long price) {}

    static <K> void atLeast(Map<K, Long> map, K key, long value) {
        map.merge(key, value, Math::max);
    }
}
