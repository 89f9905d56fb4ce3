package dev.halftone.testing.simulation;

import static dev.halftone.testing.simulation.LedgerRules.known;
import static dev.halftone.testing.simulation.LedgerRules.require;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.testing.PaymentPorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The promises about what is bought: each payment grants once, as much of it is taken back in the
 * end as went back, rounded up, and an account is frozen while a dispute is open and no longer.
 */
final class PurchaseRules {

    /** No payment falls more often below what was once said to have gone back. */
    private static final int RETURNS_MAX = 4;

    private final PaymentPorts truth;
    private final Tally tally;
    private final Map<PaymentReference, Deal> deals = new LinkedHashMap<>();
    private final Map<GrantId, Deal> granted = new HashMap<>();
    private final Map<GrantId, Deal> returned = new HashMap<>();
    private final Map<OrderReference, OrderState> orders = new LinkedHashMap<>();
    private final Map<AccountId, PaymentFact.SubscriptionState> stands = new LinkedHashMap<>();

    PurchaseRules(PaymentPorts truth, Tally tally) {
        this.truth = truth;
        this.tally = tally;
    }

    /** What was granted for one payment, and what was said of it. */
    private static final class Deal {

        private final AccountId account;
        private final long credits;
        private final List<PaymentFact.Refunded> refunds = new ArrayList<>();
        private final Map<FreezeCause, DisputePhase> disputes = new HashMap<>();
        private boolean isGranted;
        private long takenBack;

        private Deal(AccountId account, long credits) {
            this.account = account;
            this.credits = credits;
        }

        private boolean isLost() {
            return disputes.containsValue(DisputePhase.LOST);
        }

        /** How much may be taken back by now, whatever of it came first. */
        private long most() {
            return isLost() ? credits : refunds.stream().mapToLong(this::of).max().orElse(0);
        }

        /** How much is to be taken back once everything was heard. */
        private long target() {
            PaymentFact.@Nullable Refunded last = null;
            for (PaymentFact.Refunded refund : refunds) {
                last = last == null || refund.at().isAfter(last.at()) ? refund : last;
            }
            return isLost() ? credits : last == null ? 0 : of(last);
        }

        private long of(PaymentFact.Refunded refund) {
            return Math.ceilDiv(credits * refund.refundedMinor(), refund.paidMinor());
        }
    }

    /** Something will be paid, and is to grant so much. */
    void sells(AccountId account, PaymentReference payment, GrantId grant, long credits) {
        Deal deal = new Deal(account, credits);
        deals.put(payment, deal);
        granted.put(grant, deal);
        for (int number = 1; number <= RETURNS_MAX; number++) {
            returned.put(
                    GrantId.derive(new BusinessKey("return:" + payment.text() + ":" + number)),
                    deal);
        }
    }

    /** An order is to end so. */
    void ends(OrderReference order, OrderState state) {
        orders.put(order, state);
    }

    void says(PaymentFact.Refunded refund) {
        Deal deal = deal(refund.payment());
        deal.refunds.add(refund);
        if (!deal.isGranted) {
            tally.saw(Sight.REFUNDED_BEFORE_IT_WAS_GRANTED);
        }
    }

    void says(PaymentFact.Disputed dispute, FreezeCause cause) {
        deal(dispute.payment())
                .disputes
                .merge(
                        cause,
                        dispute.phase(),
                        (known, said) -> known.compareTo(said) < 0 ? said : known);
    }

    void says(PaymentFact.SubscriptionState state) {
        stands.merge(
                state.order().account(),
                state,
                (known, said) -> known.at().isBefore(said.at()) ? said : known);
    }

    private Deal deal(PaymentReference payment) {
        return known(deals.get(payment), "news of what nobody bought", payment);
    }

    /** Whether a grant gives back what was taken of a payment. */
    boolean isReturn(GrantId grant) {
        return returned.containsKey(grant);
    }

    /** Whether a grant was paid for, or gives back what was taken of one that was. */
    boolean isOfPayment(GrantId grant) {
        return granted.containsKey(grant) || isReturn(grant);
    }

    /** A grant is being written. */
    void granted(GrantId grant, JournalEntry entry) {
        Deal bought = granted.get(grant);
        if (bought != null) {
            bought.isGranted = true;
        }
        Deal back = returned.get(grant);
        if (back != null) {
            tally.saw(Sight.REFUND_UNDONE);
            back.takenBack -= entry.credits();
            require(back.account.equals(entry.account()), "given back to another", entry);
            require(back.takenBack >= 0, "gave back more than was taken", entry);
        }
    }

    /** A revocation is being written. */
    void revoked(GrantId grant, JournalEntry entry) {
        Deal deal = granted.getOrDefault(grant, returned.get(grant));
        if (deal != null) {
            deal.takenBack -= entry.credits();
            require(deal.takenBack <= deal.most(), "took back more than went back", entry);
        }
    }

    /** Holds once everything was heard. */
    void checkInTheEnd() {
        deals.forEach(this::checkInTheEnd);
        orders.forEach(
                (order, state) ->
                        require(
                                truth.orders().find(order).orElseThrow().state() == state,
                                "an order did not end as it was paid",
                                order));
        stands.forEach(
                (account, said) -> {
                    Subscription known = truth.subscriptions().of(account).orElseThrow();
                    require(
                            known.state() == said.state() && known.at().equals(said.at()),
                            "a subscription stands otherwise",
                            known);
                });
    }

    private void checkInTheEnd(PaymentReference payment, Deal deal) {
        require(deal.isGranted, "paid, but never granted", payment);
        require(deal.takenBack == deal.target(), "other than what went back was taken", payment);
        Account account = truth.ledger().account(deal.account).orElseThrow();
        deal.disputes.forEach(
                (cause, phase) ->
                        require(
                                account.freezes().contains(cause) == (phase == DisputePhase.OPEN),
                                "frozen otherwise than while a dispute is open",
                                cause));
    }
}
