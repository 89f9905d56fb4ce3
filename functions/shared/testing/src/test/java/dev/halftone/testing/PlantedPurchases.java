package dev.halftone.testing;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantSource;
import dev.halftone.core.payment.Bill;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.Payment;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.Payments;
import dev.halftone.core.payment.PriceList;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores with one bug each in what becomes of a payment. */
final class PlantedPurchases {

    private PlantedPurchases() {}

    /** It knows a payment that it has granted, and grants it once more. */
    static PaymentPorts grantingEachMessage(InMemoryStudio studio) {
        return with(
                studio,
                new SamePayments(studio) {
                    @Override
                    public FulfilOutcome fulfil(Bill bill, PriceList prices, Instant now) {
                        FulfilOutcome outcome = super.fulfil(bill, prices, now);
                        if (outcome instanceof FulfilOutcome.AlreadyFulfilled) {
                            studio.ledger().grant(again(bill, now));
                        }
                        return outcome;
                    }
                });
    }

    private static Grant again(Bill bill, Instant now) {
        return Grant.bought(
                bill.order().account(),
                new BusinessKey(bill.key().value() + ":again"),
                GrantSource.PURCHASE,
                new Credits(1),
                bill.total(),
                now);
    }

    static PaymentPorts forgettingRefunds(InMemoryStudio studio) {
        return with(
                studio,
                new SamePayments(studio) {
                    @Override
                    public void note(PaymentFact.Refunded refunded) {}
                });
    }

    /** It takes for all what is a part. */
    static PaymentPorts takingAllForAPart(InMemoryStudio studio) {
        return with(
                studio,
                new SamePayments(studio) {
                    @Override
                    public void note(PaymentFact.Refunded refunded) {
                        super.note(
                                new PaymentFact.Refunded(
                                        refunded.payment(),
                                        refunded.paidMinor(),
                                        refunded.paidMinor(),
                                        refunded.at()));
                    }
                });
    }

    static PaymentPorts missingThatADisputeIsWon(InMemoryStudio studio) {
        return with(
                studio,
                new SamePayments(studio) {
                    @Override
                    public void note(PaymentFact.Disputed disputed) {
                        if (disputed.phase() != DisputePhase.WON) {
                            super.note(disputed);
                        }
                    }
                });
    }

    private static PaymentPorts with(InMemoryStudio studio, Payments payments) {
        PaymentPorts ports = studio.paymentPorts();
        return new PaymentPorts(
                ports.ledger(), ports.orders(), payments, ports.customers(), ports.subscriptions());
    }

    private static class SamePayments implements Payments {
        private final Payments payments;

        SamePayments(InMemoryStudio studio) {
            this.payments = studio.payments();
        }

        @Override
        public FulfilOutcome fulfil(Bill bill, PriceList prices, Instant now) {
            return payments.fulfil(bill, prices, now);
        }

        @Override
        public void note(PaymentFact.Refunded refunded) {
            payments.note(refunded);
        }

        @Override
        public void note(PaymentFact.Disputed disputed) {
            payments.note(disputed);
        }

        @Override
        public boolean settle(PaymentReference payment, Instant now) {
            return payments.settle(payment, now);
        }

        @Override
        public Optional<Payment> find(PaymentReference payment) {
            return payments.find(payment);
        }

        @Override
        public Page<Payment> of(AccountId account, int limit, @Nullable String cursor) {
            return payments.of(account, limit, cursor);
        }
    }
}
