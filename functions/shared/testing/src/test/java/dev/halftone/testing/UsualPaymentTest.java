package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Subscriptions;
import dev.halftone.core.payment.ApplyOutcome;
import dev.halftone.core.payment.Customers;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.Orders;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.Payments;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

// Protects the busiest hour: what a usual payment asks of the stores is its grant and nothing else.
class UsualPaymentTest {

    private final PaymentPorts ports = new InMemoryStudio().paymentPorts();
    private final List<String> calls = new ArrayList<>();

    private <T> T counted(Class<T> type, T port) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            calls.add(method.getName());
                            try {
                                return method.invoke(port, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }

    private Buyer buyer() {
        return new Buyer(
                new PaymentPorts(
                        ports.ledger(),
                        counted(Orders.class, ports.orders()),
                        counted(Payments.class, ports.payments()),
                        counted(Customers.class, ports.customers()),
                        counted(Subscriptions.class, ports.subscriptions())));
    }

    private static PaymentFact.Paid paid(Buyer buyer, Order order) {
        PaymentFact.Paid said = buyer.paid(1, order);
        return new PaymentFact.Paid(
                said.order(),
                said.key(),
                said.payment(),
                said.priceReference(),
                said.asked(),
                said.total(),
                null,
                said.billingEmail(),
                said.live(),
                said.at());
    }

    @Test
    void asksForNothingButTheGrant() {
        Buyer buyer = buyer();
        ports.ledger().grant(buyer.person().welcome(10));
        PaymentFact.Paid paid = paid(buyer, buyer.ordered(1, PaymentSamples.PACK));
        calls.clear();

        assertThat(buyer.hears(paid)).isInstanceOf(ApplyOutcome.Applied.class);

        assertThat(calls).containsExactly("fulfil");
        assertThat(buyer.account().available()).isEqualTo(new Credits(410));
    }

    // Protects what came first: a refund that was heard of before is acted upon.
    @Test
    void settlesWhatWasSaidOfThePaymentBefore() {
        Buyer buyer = buyer();
        ports.ledger().grant(buyer.person().welcome(10));
        PaymentFact.Paid paid = paid(buyer, buyer.ordered(1, PaymentSamples.PACK));
        buyer.hears(buyer.refunded(1, 5_000, 1));
        calls.clear();

        buyer.hears(paid);

        assertThat(calls).contains("fulfil", "settle");
        assertThat(buyer.account().available()).isEqualTo(new Credits(210));
    }
}
