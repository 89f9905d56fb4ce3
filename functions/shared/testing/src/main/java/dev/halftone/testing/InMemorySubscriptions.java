package dev.halftone.testing;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.ledger.Subscriptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Subscriptions in memory. */
public final class InMemorySubscriptions implements Subscriptions {

    // Guarded by this object's monitor.
    private final Map<AccountId, Subscription> subscriptions = new HashMap<>();
    private final Consumer<Subscription> followed;

    /** Those of accounts whose plans nobody asks for. */
    public InMemorySubscriptions() {
        this(_ -> {});
    }

    /**
     * Those of accounts whose plans follow.
     *
     * @param followed hears of what is known each time something is put
     */
    InMemorySubscriptions(Consumer<Subscription> followed) {
        this.followed = followed;
    }

    @Override
    public synchronized Optional<Subscription> of(AccountId account) {
        return Optional.ofNullable(subscriptions.get(account));
    }

    @Override
    public synchronized void put(Subscription subscription) {
        followed.accept(
                subscriptions.merge(
                        subscription.account(),
                        subscription,
                        (known, said) -> said.isOlderThan(known) ? known : said));
    }
}
