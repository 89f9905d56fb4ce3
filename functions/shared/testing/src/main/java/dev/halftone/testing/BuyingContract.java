package dev.halftone.testing;

import dev.halftone.core.payment.Payment;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts about payments have in common. */
abstract class BuyingContract {

    /** The ports under test; one store for every call. */
    protected abstract PaymentPorts ports();

    Buyer buyer;

    @BeforeEach
    final void arrive() {
        buyer = new Buyer(ports());
    }

    @AfterEach
    final void everyCreditIsAccountedFor() {
        Conservation.audit(ports().ledger(), buyer.person().account());
    }

    final Payment payment(int number) {
        return ports().payments().find(buyer.payment(number)).orElseThrow();
    }

    final Payment.Bought bought(int number) {
        return Objects.requireNonNull(payment(number).bought());
    }
}
