package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.ledger.Subscription.State;
import dev.halftone.core.ledger.Subscriptions;
import org.junit.jupiter.api.Test;

/** What every {@link Subscriptions} does. */
public abstract class SubscriptionsContract {

    private final Person person = Person.fresh();

    protected abstract Subscriptions subscriptions();

    @Test
    void knowsNoneOfANewAccount() {
        assertThat(subscriptions().of(person.account())).isEmpty();
    }

    @Test
    void keepsWhatWasSaidLast() {
        Subscription last = said(State.CANCELLED);
        subscriptions().put(said(State.ACTIVE));
        subscriptions().put(last);

        assertThat(subscriptions().of(person.account())).contains(last);
        assertThat(subscriptions().of(Person.fresh().account())).isEmpty();
    }

    private Subscription said(State state) {
        return new Subscription(person.account(), state, "pro", Samples.NOW.plusNanos(1));
    }
}
