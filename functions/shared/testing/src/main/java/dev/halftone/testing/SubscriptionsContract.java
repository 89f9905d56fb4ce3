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
        Subscription last = said(State.CANCELLED, "sub_1", 0, 2);
        subscriptions().put(said(State.ACTIVE, "sub_1", 0, 1));
        subscriptions().put(last);

        assertThat(subscriptions().of(person.account())).contains(last);
        assertThat(subscriptions().of(Person.fresh().account())).isEmpty();
    }

    // News overtake each other: what ended does not live again because an older word came late.
    @Test
    void ignoresWhatIsOlderThanWhatIsKnown() {
        Subscription ended = said(State.CANCELLED, "sub_1", 0, 2);
        subscriptions().put(ended);
        subscriptions().put(said(State.ACTIVE, "sub_1", 0, 1));

        assertThat(subscriptions().of(person.account())).contains(ended);
    }

    // Whoever subscribes again keeps that, whatever is still said of the former subscription.
    @Test
    void keepsTheLaterOfTwoSubscriptions() {
        Subscription later = said(State.ACTIVE, "sub_2", 5, 6);
        subscriptions().put(later);
        subscriptions().put(said(State.CANCELLED, "sub_1", 0, 7));

        assertThat(subscriptions().of(person.account())).contains(later);
    }

    private Subscription said(State state, String reference, int begun, int at) {
        return new Subscription(
                person.account(),
                state,
                "pro",
                Samples.NOW,
                "monthly",
                "sandbox:" + reference,
                Samples.NOW.plusSeconds(begun),
                Samples.NOW.plusSeconds(at));
    }
}
