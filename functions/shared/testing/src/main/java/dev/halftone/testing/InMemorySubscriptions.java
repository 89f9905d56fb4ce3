package dev.halftone.testing;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.ledger.Subscriptions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Subscriptions in memory. */
public final class InMemorySubscriptions implements Subscriptions {

    private final Map<AccountId, Subscription> subscriptions = new ConcurrentHashMap<>();

    @Override
    public Optional<Subscription> of(AccountId account) {
        return Optional.ofNullable(subscriptions.get(account));
    }

    @Override
    public void put(Subscription subscription) {
        subscriptions.put(subscription.account(), subscription);
    }
}
