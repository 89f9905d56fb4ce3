package dev.halftone.core.payment;

import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Expiry;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.GrantSource;
import dev.halftone.core.payment.Payment.Bought;
import dev.halftone.core.payment.Payments.FulfilOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to do about a bill, given what is stored. */
public sealed interface Fulfilment {

    /** How long credits can be spent whose period was nearly over when they came. */
    Duration LATE_MIN = Duration.ofDays(1);

    /** Nothing changes. */
    record Answer(FulfilOutcome outcome) implements Fulfilment {}

    /** Write both, and grant; or, if the ledger has no room for it, write what follows instead. */
    record Book(Order order, Payment payment, Grant grant, Keep withoutRoom) implements Fulfilment {

        /**
         * What to write together with the grant.
         *
         * @param wasOpen whether the account had been granted something before
         */
        public Keep granted(boolean wasOpen) {
            return new Keep(
                    order,
                    payment,
                    new FulfilOutcome.Fulfilled(
                            order, grant.amount(), wasOpen && payment.isQuiet()));
        }
    }

    /** Write both; nothing is granted. */
    record Keep(Order order, Payment payment, FulfilOutcome outcome) implements Fulfilment {}

    /**
     * Decides about a bill.
     *
     * @param order {@code null} if there is none of that name
     * @param payment as known by now
     */
    static Fulfilment decide(
            Bill bill, @Nullable Order order, Payment payment, PriceList prices, Instant now) {
        if (order == null) {
            return new Answer(new FulfilOutcome.NoSuchOrder());
        }
        if (payment.bought() != null) {
            Mismatch before = payment.bought().mismatch();
            return new Answer(
                    before == null
                            ? new FulfilOutcome.AlreadyFulfilled()
                            : new FulfilOutcome.Mismatched(before));
        }
        Optional<Purchase> sold = sold(bill, order.purchase(), prices);
        Mismatch mismatch = mismatch(bill, order, sold.orElse(null));
        if (mismatch != null) {
            return mismatched(bill, order, payment, mismatch);
        }
        return granted(bill, order, payment, sold.orElseThrow(), now);
    }

    /** Whether the ledger took the grant. */
    static boolean isGranted(GrantOutcome outcome) {
        return switch (outcome) {
            case GrantOutcome.Granted _, GrantOutcome.Waiting _ -> true;
            case GrantOutcome.AlreadyGranted _,
                    GrantOutcome.KeyReused _,
                    GrantOutcome.TooManyBuckets _,
                    GrantOutcome.TooManyCredits _ ->
                    false;
        };
    }

    /** What was ordered; or, after a subscription was changed, what it was changed to. */
    private static Optional<Purchase> sold(Bill bill, Purchase ordered, PriceList prices) {
        if (ordered.priceReference().equals(bill.priceReference())) {
            return Optional.of(ordered);
        }
        return bill.term() == null
                ? Optional.empty()
                : prices.sold(
                        bill.payment().processor(), bill.priceReference(), bill.asked().currency());
    }

    private static @Nullable Mismatch mismatch(Bill bill, Order order, @Nullable Purchase sold) {
        Purchase ordered = order.purchase();
        if (!ordered.processor().equals(bill.payment().processor())) {
            return Mismatch.PROCESSOR;
        }
        if (order.checkout() != null && order.checkout().live() != bill.live()) {
            return Mismatch.MODE;
        }
        if ((ordered.kind() == Product.Kind.SUBSCRIPTION) != (bill.term() != null)) {
            return Mismatch.KIND;
        }
        if (sold == null || sold.kind() != ordered.kind()) {
            return Mismatch.PRODUCT;
        }
        if (!sold.price().currency().equals(bill.asked().currency())
                || !sold.price().currency().equals(bill.total().currency())) {
            return Mismatch.CURRENCY;
        }
        if (!bill.fraction().isPart(bill.asked().amountMinor(), sold.price().amountMinor())) {
            return Mismatch.AMOUNT;
        }
        return bill.term() == null && order.state() == OrderState.PAID ? Mismatch.PAID_TWICE : null;
    }

    private static Fulfilment granted(
            Bill bill, Order order, Payment payment, Purchase sold, Instant now) {
        Credits credits = bill.fraction().of(sold.credits());
        Order paid = order.paidBy(bill, OrderState.PAID);
        Payment bought = payment.buying(bought(bill, sold.title(), credits, null));
        if (credits.isZero()) {
            return new Keep(paid, bought, new FulfilOutcome.Fulfilled(paid, credits, false));
        }
        return new Book(
                paid,
                bought,
                grant(bill, sold, credits, now),
                mismatched(bill, order, payment, Mismatch.NO_ROOM));
    }

    private static Keep mismatched(Bill bill, Order order, Payment payment, Mismatch mismatch) {
        return new Keep(
                order.paidBy(bill, OrderState.REVIEW),
                payment.buying(bought(bill, order.purchase().title(), Credits.ZERO, mismatch)),
                new FulfilOutcome.Mismatched(mismatch));
    }

    private static Bought bought(
            Bill bill, String title, Credits granted, @Nullable Mismatch mismatch) {
        return new Bought(
                bill.order(),
                bill.key(),
                title,
                bill.total(),
                granted,
                mismatch,
                bill.term(),
                bill.at());
    }

    private static Grant grant(Bill bill, Purchase sold, Credits credits, Instant now) {
        GrantSource source =
                switch (sold.kind()) {
                    case PACK -> GrantSource.PURCHASE;
                    case SUBSCRIPTION -> GrantSource.SUBSCRIPTION;
                };
        Grant grant =
                Grant.bought(
                        bill.order().account(), bill.key(), source, credits, bill.total(), now);
        Instant end = end(bill, sold, now);
        return end == null
                ? grant
                : grant.expiring(Expiry.shownIn(bill.order().order().value(), end));
    }

    private static @Nullable Instant end(Bill bill, Purchase sold, Instant now) {
        if (sold.expiresAfterDays() != null) {
            return now.plus(sold.expiresAfterDays(), ChronoUnit.DAYS);
        }
        if (bill.term() == null || !sold.expiresWithPeriod()) {
            return null;
        }
        Instant late = now.plus(LATE_MIN);
        return bill.term().end().isBefore(late) ? late : bill.term().end();
    }
}
