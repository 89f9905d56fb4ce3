package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Subscriptions;
import dev.halftone.core.payment.ApplyPayment;
import dev.halftone.core.payment.Customers;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.payment.Orders;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.Payments;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

// Protects purchases from a process that dies: before and after each of its calls to a store it
// ends without a word, the processor says it again, and everything is as if nothing had happened.
class PaymentCrashTest {

    private static final int CALLS_MAX = 60;
    // Each of the five news makes two calls or more.
    private static final int CALLS_MIN = 10;

    /** A process that ends at one call. */
    private static final class Dying {
        private int left;
        private final boolean applied;
        private boolean dead;

        Dying(int left, boolean applied) {
            this.left = left;
            this.applied = applied;
        }

        <T> T around(Class<T> type, T port) {
            return type.cast(
                    Proxy.newProxyInstance(
                            type.getClassLoader(),
                            new Class<?>[] {type},
                            (_, method, arguments) -> {
                                boolean last = left-- == 0;
                                dead |= last && !applied;
                                if (dead) {
                                    throw gone();
                                }
                                try {
                                    Object answer = method.invoke(port, arguments);
                                    if (last) {
                                        dead = true;
                                        throw gone();
                                    }
                                    return answer;
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            }));
        }

        private static TransientFailure gone() {
            return new TransientFailure("test", "the process is gone");
        }
    }

    /** What became of a purchase whose first process died at that call. */
    private static boolean endsWellThoughItDiesAt(int call, boolean applied) {
        PaymentPorts ports = new InMemoryStudio().paymentPorts();
        Buyer buyer = new Buyer(ports);
        Order order = buyer.ordered(1, PaymentSamples.PACK);
        List<PaymentFact> news =
                List.of(
                        buyer.paid(1, order),
                        buyer.disputed(1, DisputePhase.OPEN, 1),
                        buyer.refunded(1, 2_500, 1),
                        buyer.disputed(1, DisputePhase.WON, 2),
                        new PaymentFact.Expired(order.reference(), buyer.now()));
        Dying dying = new Dying(call, applied);
        ApplyPayment first = dyingly(ports, dying);
        for (PaymentFact fact : news) {
            try {
                first.apply(fact, buyer.now());
            } catch (TransientFailure _) {
                // The processor hears nothing, and says it again to the next process.
                buyer.hears(fact);
            }
        }
        Account account = buyer.account();
        assertThat(account.granted()).as("call %d", call).isEqualTo(new Credits(400));
        assertThat(account.available()).as("call %d", call).isEqualTo(new Credits(300));
        assertThat(account.isFrozen()).as("call %d", call).isFalse();
        assertThat(buyer.order(order.reference()).state()).isEqualTo(OrderState.PAID);
        Conservation.audit(ports.ledger(), buyer.person().account());
        return dying.dead;
    }

    private static ApplyPayment dyingly(PaymentPorts ports, Dying dying) {
        return new ApplyPayment(
                dying.around(Orders.class, ports.orders()),
                dying.around(Payments.class, ports.payments()),
                dying.around(Customers.class, ports.customers()),
                dying.around(Subscriptions.class, ports.subscriptions()),
                PaymentSamples.PRICES);
    }

    private static int calls(boolean applied) {
        int call = 0;
        while (call < CALLS_MAX && endsWellThoughItDiesAt(call, applied)) {
            call++;
        }
        return call;
    }

    // A delivery that was noted, but had no effect yet, has it when it comes again.
    @Test
    void grantsOnceWhereverItDiesBeforeACall() {
        assertThat(calls(false)).isBetween(CALLS_MIN, CALLS_MAX - 1);
    }

    @Test
    void grantsOnceWhereverItDiesAfterACall() {
        assertThat(calls(true)).isBetween(CALLS_MIN, CALLS_MAX - 1);
    }
}
