package dev.halftone.testing.simulation;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.ledger.Subscriptions;
import dev.halftone.core.payment.Bill;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.Customers;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.payment.Orders;
import dev.halftone.core.payment.Payment;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.Payments;
import dev.halftone.core.payment.PriceList;
import dev.halftone.core.payment.Velocity;
import dev.halftone.testing.PaymentPorts;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders and payments behind a network that fails. */
final class FaultyPurchases {

    private final World world;
    private final PaymentPorts store;

    private FaultyPurchases(World world, PaymentPorts store) {
        this.world = world;
        this.store = store;
    }

    static PaymentPorts of(World world, PaymentPorts store) {
        FaultyPurchases faulty = new FaultyPurchases(world, store);
        return new PaymentPorts(
                store.ledger(),
                faulty.new FaultyOrders(),
                faulty.new FaultyPayments(),
                faulty.new FaultyCustomers(),
                faulty.new FaultySubscriptions());
    }

    private void write(String operation, Runnable effect) {
        world.store(
                operation,
                () -> {
                    effect.run();
                    return operation;
                });
    }

    private final class FaultyOrders implements Orders {

        @Override
        public PlaceOutcome place(Order order, Velocity velocity) {
            return world.store("place", () -> store.orders().place(order, velocity));
        }

        @Override
        public Optional<Order> find(OrderReference order) {
            return world.store("find order", () -> store.orders().find(order));
        }

        @Override
        public Page<Order> of(AccountId account, int limit, @Nullable String cursor) {
            return world.store("orders", () -> store.orders().of(account, limit, cursor));
        }

        @Override
        public Checkout keep(OrderReference order, Checkout checkout) {
            return world.store("keep checkout", () -> store.orders().keep(order, checkout));
        }

        @Override
        public boolean claimLook(OrderReference order, Instant now, Instant notSince) {
            return world.store("claim look", () -> store.orders().claimLook(order, now, notSince));
        }

        @Override
        public void advance(OrderReference order, OrderState to, Instant at) {
            write("advance", () -> store.orders().advance(order, to, at));
        }
    }

    private final class FaultyPayments implements Payments {

        @Override
        public FulfilOutcome fulfil(Bill bill, PriceList prices, Instant now) {
            return world.tally.heard(
                    world.store("fulfil", () -> store.payments().fulfil(bill, prices, now)));
        }

        @Override
        public void note(PaymentFact.Refunded refunded) {
            write("note refund", () -> store.payments().note(refunded));
        }

        @Override
        public void note(PaymentFact.Disputed disputed) {
            write("note dispute", () -> store.payments().note(disputed));
        }

        @Override
        public boolean settle(PaymentReference payment, Instant now) {
            return world.store("settle", () -> store.payments().settle(payment, now));
        }

        @Override
        public Optional<Payment> find(PaymentReference payment) {
            return world.store("find payment", () -> store.payments().find(payment));
        }

        @Override
        public Page<Payment> of(AccountId account, int limit, @Nullable String cursor) {
            return world.store("payments", () -> store.payments().of(account, limit, cursor));
        }
    }

    private final class FaultyCustomers implements Customers {

        @Override
        public Optional<CustomerReference> of(AccountId account, String processor) {
            return world.store("customer", () -> store.customers().of(account, processor));
        }

        @Override
        public CustomerReference keep(AccountId account, CustomerReference customer) {
            return world.store("keep customer", () -> store.customers().keep(account, customer));
        }
    }

    private final class FaultySubscriptions implements Subscriptions {

        @Override
        public Optional<Subscription> of(AccountId account) {
            return world.store("subscription", () -> store.subscriptions().of(account));
        }

        @Override
        public void put(Subscription subscription) {
            write("put subscription", () -> store.subscriptions().put(subscription));
        }
    }
}
