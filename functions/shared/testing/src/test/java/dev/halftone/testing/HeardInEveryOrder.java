package dev.halftone.testing;

import dev.halftone.core.generation.Generation;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.Drawing;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.ProductId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Tells the same news of one purchase in every order, each once, and each twice and all of them
 * again in the end, and says what it came to each time.
 */
final class HeardInEveryOrder {

    /** Whoever hears of it: the ports, and what is said. */
    interface Listener extends BiConsumer<PaymentPorts, PaymentFact> {}

    /** What may be said of an order. */
    interface News extends BiFunction<Buyer, Order, List<PaymentFact>> {}

    /** What it came to. */
    record End(
            Credits granted,
            Credits available,
            Credits debt,
            boolean frozen,
            OrderState order,
            Subscription.State subscription) {}

    private final News news;
    private final Listener listener;
    private final ProductId product;
    private final long spent;

    /**
     * @param spent how many credits are spent in the middle, if they can be
     */
    HeardInEveryOrder(ProductId product, News news, Listener listener, long spent) {
        this.product = product;
        this.news = news;
        this.listener = listener;
        this.spent = spent;
    }

    /** The ends of all orders. */
    List<End> ends() {
        int count = news.apply(buyer(new InMemoryStudio()), sample()).size();
        List<End> ends = new ArrayList<>();
        for (List<Integer> order : permutations(count)) {
            ends.add(end(order, false));
            ends.add(end(order, true));
        }
        return ends;
    }

    private Order sample() {
        return buyer(new InMemoryStudio()).order(1, product);
    }

    private static Buyer buyer(InMemoryStudio studio) {
        return new Buyer(studio.paymentPorts());
    }

    private End end(List<Integer> sequence, boolean repeated) {
        InMemoryStudio studio = new InMemoryStudio();
        PaymentPorts ports = studio.paymentPorts();
        Buyer buyer = new Buyer(ports);
        Order order = buyer.ordered(1, product);
        List<PaymentFact> facts = news.apply(buyer, order);
        int middle = sequence.size() / 2;
        long gone = 0;
        for (int index = 0; index < sequence.size(); index++) {
            PaymentFact fact = facts.get(sequence.get(index));
            listener.accept(ports, fact);
            if (repeated) {
                listener.accept(ports, fact);
            }
            if (index == middle) {
                gone = spend(studio, buyer);
            }
        }
        if (repeated) {
            sequence.forEach(index -> listener.accept(ports, facts.get(index)));
        }
        Conservation.audit(ports.ledger(), buyer.person().account());
        return seen(ports, buyer, order, gone);
    }

    private static End seen(PaymentPorts ports, Buyer buyer, Order order, long gone) {
        Account account = buyer.account();
        // What was spent is what another order could not spend: it is added to compare them.
        long net = account.available().amount() + gone - account.debt().amount();
        return new End(
                account.balance(Balance.BOUGHT),
                new Credits(Math.max(net, 0)),
                new Credits(Math.max(-net, 0)),
                account.isFrozen(),
                buyer.order(order.reference()).state(),
                ports.subscriptions()
                        .of(buyer.person().account())
                        .map(Subscription::state)
                        .orElse(Subscription.State.CANCELLED));
    }

    private long spend(InMemoryStudio studio, Buyer buyer) {
        if (spent == 0
                || !(buyer.account().draw(new Credits(spent), buyer.now())
                        instanceof DrawOutcome.Drawn(Drawing drawing))) {
            return 0;
        }
        Generation generation = buyer.person().generation(1, spent);
        studio.submissions().accept(generation, Samples.transfer(generation, drawing));
        return spent;
    }

    private static List<List<Integer>> permutations(int count) {
        if (count == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> shorter : permutations(count - 1)) {
            for (int at = 0; at < count; at++) {
                List<Integer> longer = new ArrayList<>(shorter);
                longer.add(at, count - 1);
                all.add(longer);
            }
        }
        return all;
    }
}
