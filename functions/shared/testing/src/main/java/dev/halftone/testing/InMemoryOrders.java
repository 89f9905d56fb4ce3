package dev.halftone.testing;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.payment.Ordered;
import dev.halftone.core.payment.Orders;
import dev.halftone.core.payment.Velocity;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

final class InMemoryOrders implements Orders {

    private static final String CURSOR_FORM = "\\d{13}#ord_[0-9a-f]{32}";

    private final InMemoryStudio studio;
    // Guarded by the studio's monitor.
    private final Map<OrderReference, Order> orders = new HashMap<>();
    private final Map<AccountId, Ordered> lately = new HashMap<>();

    InMemoryOrders(InMemoryStudio studio) {
        this.studio = studio;
    }

    @Override
    public PlaceOutcome place(Order order, Velocity velocity) {
        synchronized (studio) {
            Order existing = orders.get(order.reference());
            if (existing != null) {
                return existing.isSameAs(order)
                        ? new PlaceOutcome.AlreadyPlaced(existing)
                        : new PlaceOutcome.KeyReused();
            }
            Ordered before = lately.getOrDefault(order.account(), Ordered.NOTHING);
            Optional<Instant> full = before.fullUntil(velocity, order.createdAt());
            if (full.isPresent()) {
                return new PlaceOutcome.TooMany(full.get());
            }
            lately.put(order.account(), before.placing(order.createdAt()));
            orders.put(order.reference(), order);
            return new PlaceOutcome.Placed();
        }
    }

    @Override
    public Optional<Order> find(OrderReference order) {
        synchronized (studio) {
            return Optional.ofNullable(orders.get(order));
        }
    }

    @Override
    public Page<Order> of(AccountId account, int limit, @Nullable String cursor) {
        synchronized (studio) {
            NavigableMap<String, Order> own = new TreeMap<>();
            orders.values().stream()
                    .filter(order -> order.account().equals(account))
                    .forEach(
                            order ->
                                    own.put(
                                            "%013d#%s"
                                                    .formatted(
                                                            order.createdAt().toEpochMilli(),
                                                            order.id()),
                                            order));
            return Paging.page(own.descendingMap(), limit, cursor, CURSOR_FORM);
        }
    }

    @Override
    public Checkout keep(OrderReference reference, Checkout checkout) {
        synchronized (studio) {
            Order order = known(reference);
            Checkout before = order.checkout();
            if (before == null) {
                orders.put(reference, order.at(checkout));
            }
            return before == null ? checkout : before;
        }
    }

    @Override
    public boolean claimLook(OrderReference reference, Instant now, Instant notSince) {
        synchronized (studio) {
            Order order = orders.get(reference);
            if (order == null || (order.lookedAt() != null && order.lookedAt().isAfter(notSince))) {
                return false;
            }
            orders.put(reference, order.lookedAt(now));
            return true;
        }
    }

    @Override
    public void advance(OrderReference reference, OrderState to, Instant at) {
        synchronized (studio) {
            Order order = orders.get(reference);
            if (order == null || order.in(to).equals(order)) {
                return;
            }
            orders.put(reference, order.in(to));
            if (to == OrderState.FAILED) {
                lately.merge(
                        reference.account(),
                        Ordered.NOTHING.failing(at),
                        (before, _) -> before.failing(at));
            }
        }
    }

    /** With what its payment made of it; the caller holds the studio. */
    void put(Order order) {
        orders.put(order.reference(), order);
    }

    private Order known(OrderReference reference) {
        return Objects.requireNonNull(orders.get(reference), "no such order");
    }
}
