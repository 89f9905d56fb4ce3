package dev.halftone.core.payment;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.Page;
import dev.halftone.core.PermanentFailure;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what processors themselves list, and has everything take effect that a lost message kept
 * from it: paid and granted late, and once.
 */
public final class ReconcilePayments {
    // A hundred facts each: more than a shop of a million people has in an hour.
    private static final int PAGES_MAX = 1_000;

    private final List<PaymentProcessor> processors;
    private final ListWalks walks;
    private final ApplyPayment applying;
    private final Clock clock;

    public ReconcilePayments(
            List<PaymentProcessor> processors,
            ListWalks walks,
            ApplyPayment applying,
            Clock clock) {
        this.processors = List.copyOf(processors);
        this.walks = walks;
        this.applying = applying;
        this.clock = clock;
    }

    /**
     * What a run did.
     *
     * @param read how many facts were listed
     * @param mismatched how many of them say that something else was paid than was ordered
     * @param failure the last that kept a list from its end; {@code null} if none did
     */
    public record Reconciled(int read, int mismatched, @Nullable DependencyFailure failure) {
        private Reconciled and(Reconciled other) {
            return new Reconciled(
                    read + other.read,
                    mismatched + other.mismatched,
                    other.failure == null ? failure : other.failure);
        }
    }

    /**
     * Goes on where the last run ended. One processor that is unwell keeps no other from it.
     *
     * @param now for which the books are kept
     * @param until when to leave the rest to the next run
     */
    public Reconciled reconcile(Instant now, Instant until) {
        Reconciled all = new Reconciled(0, 0, null);
        for (PaymentProcessor processor : processors) {
            try {
                all = all.and(walk(processor, now, until));
            } catch (DependencyFailure e) {
                all = all.and(new Reconciled(0, 0, e));
            }
        }
        return all;
    }

    private Reconciled walk(PaymentProcessor processor, Instant now, Instant until) {
        ListWalk walk =
                walks.of(processor.id())
                        .orElseGet(() -> ListWalk.first(processor.id(), now))
                        .resumed(now);
        Reconciled all = new Reconciled(0, 0, null);
        for (int page = 0; page < PAGES_MAX && clock.instant().isBefore(until); page++) {
            Page<PaymentFact> facts = processor.since(walk.from(), walk.cursor());
            all = all.and(apply(facts.items(), now));
            // Only now: a page during which a store was out of reach is read again.
            walk = walk.at(facts.nextCursor());
            walks.put(walk);
            if (walk.cursor() == null) {
                break;
            }
        }
        return all;
    }

    private Reconciled apply(List<PaymentFact> facts, Instant now) {
        Reconciled all = new Reconciled(0, 0, null);
        for (PaymentFact fact : facts) {
            all = all.and(apply(fact, now));
        }
        return all;
    }

    private Reconciled apply(PaymentFact fact, Instant now) {
        try {
            return switch (applying.apply(fact, now)) {
                case ApplyOutcome.Mismatched _ -> new Reconciled(1, 1, null);
                // Of another service on the same account, or kept when its message came.
                case ApplyOutcome.NoSuchOrder _,
                        ApplyOutcome.NotUnderstood _,
                        ApplyOutcome.Applied _ ->
                        new Reconciled(1, 0, null);
            };
        } catch (PermanentFailure e) {
            // No further try mends it, and all that is behind it must not wait for that.
            return new Reconciled(1, 0, e);
        }
    }
}
