package dev.halftone.testing;

import dev.halftone.core.account.AccountEvent;
import dev.halftone.core.account.AccountEvents;
import dev.halftone.core.account.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was changed about accounts, in memory. */
public final class InMemoryAccountEvents implements AccountEvents {

    private final Map<UserId, List<AccountEvent>> events = new HashMap<>();

    @Override
    public synchronized void record(UserId user, AccountEvent event) {
        events.computeIfAbsent(user, _ -> new ArrayList<>()).add(event);
    }

    @Override
    public synchronized List<AccountEvent> recent(UserId user, Instant now) {
        return events.getOrDefault(user, List.of()).stream()
                .filter(event -> !event.at().isBefore(now.minus(KEPT)))
                .sorted(Comparator.comparing(AccountEvent::at).reversed())
                .limit(LISTED_MAX)
                .toList();
    }
}
