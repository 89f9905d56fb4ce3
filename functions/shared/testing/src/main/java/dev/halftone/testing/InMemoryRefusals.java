package dev.halftone.testing;

import dev.halftone.core.account.UserId;
import dev.halftone.core.safety.Refusal;
import dev.halftone.core.safety.Refusals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Refusals in memory; it never forgets by itself. */
public final class InMemoryRefusals implements Refusals {

    private final Map<String, Refusal> refusals = new HashMap<>();

    @Override
    public synchronized void keep(Refusal refusal) {
        refusals.put(refusal.user() + "/" + refusal.request(), refusal);
    }

    @Override
    public synchronized List<Refusal> of(UserId user) {
        return refusals.values().stream()
                .filter(refusal -> refusal.user().equals(user))
                .limit(LISTED_MAX)
                .toList();
    }
}
