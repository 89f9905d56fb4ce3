package dev.halftone.function.signin;

import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.ledger.Subscription;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The caller's plan and what is paid for it, as JSON.
 *
 * @param plan the one of the subscription, or the usual one
 * @param state none, active, past_due or cancelled
 * @param until the end of what is paid for
 */
record SubscriptionResource(String plan, String state, @Nullable String until) {

    /** What was cancelled and has come to its end is none. */
    static SubscriptionResource of(Optional<Subscription> last, Plans plans, Instant now) {
        return last.filter(subscription -> subscription.isLive(now))
                .map(
                        live ->
                                new SubscriptionResource(
                                        live.plan(),
                                        live.state().name().toLowerCase(Locale.ROOT),
                                        live.until().toString()))
                .orElseGet(() -> new SubscriptionResource(plans.usual(), "none", null));
    }
}
