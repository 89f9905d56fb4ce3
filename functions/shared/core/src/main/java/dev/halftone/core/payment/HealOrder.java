package dev.halftone.core.payment;

import dev.halftone.core.DependencyFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Shows an order as it stands, and asks the processor what became of it while nobody has said so:
 * whoever comes back from paying waits for no message.
 */
public final class HealOrder {
    /** How long nobody asks again, however many look at the order. */
    public static final Duration LOOK_PAUSE = Duration.ofSeconds(5);

    private final Map<String, PaymentProcessor> processors;
    private final Orders orders;
    private final ApplyPayment applying;

    /** Keeps its collaborators; processors are found by their ids. */
    public HealOrder(
            Map<String, PaymentProcessor> processors, Orders orders, ApplyPayment applying) {
        this.processors = Map.copyOf(processors);
        this.orders = orders;
        this.applying = applying;
    }

    /** The order; empty if there is none. */
    public Optional<Order> heal(OrderReference reference, Instant now) {
        Optional<Order> order = orders.find(reference);
        if (order.filter(HealOrder::isOpen).isEmpty()
                || !orders.claimLook(reference, now, now.minus(LOOK_PAUSE))) {
            return order;
        }
        try {
            look(order.get(), now);
        } catch (DependencyFailure _) {
            // As it was known before; the processor's message, or the next look, will tell.
            return order;
        }
        return orders.find(reference);
    }

    private static boolean isOpen(Order order) {
        return order.state().isUnsettled() && order.checkout() != null;
    }

    private void look(Order order, Instant now) {
        PaymentProcessor processor = processors.get(order.processor());
        if (processor != null) {
            processor.look(order).ifPresent(fact -> applying.apply(fact, now));
        }
    }
}
