package dev.halftone.core.payment;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.Language;
import dev.halftone.core.account.UserId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Ledger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes an order and opens the page on which it is paid.
 *
 * <p>The order comes first: whatever is paid, there is a record of what was to be had for it. The
 * same click is the same order and the same page, also if the first answer to it was lost.
 */
public final class StartCheckout {
    private final PaymentTerms terms;
    private final Map<String, PaymentProcessor> processors;
    private final Orders orders;
    private final Customers customers;
    private final Ledger ledger;
    private final Supplier<SigningKey> key;

    /** Keeps its collaborators; processors are found by their ids. */
    public StartCheckout(
            PaymentTerms terms,
            Map<String, PaymentProcessor> processors,
            Orders orders,
            Customers customers,
            Ledger ledger,
            Supplier<SigningKey> key) {
        this.terms = terms;
        this.processors = Map.copyOf(processors);
        this.orders = orders;
        this.customers = customers;
        this.ledger = ledger;
        this.key = key;
    }

    /**
     * What somebody wants to buy. No amount, neither of credits nor of money.
     *
     * @param processor {@code null} for the usual one
     * @param home the address of the service, to which buyers come back
     */
    public record Command(
            UserId user,
            AccountId account,
            IdempotencyKey idempotencyKey,
            String product,
            String currency,
            @Nullable String processor,
            Language language,
            URI home) {

        private boolean isFor(Purchase purchase) {
            return purchase.product().value().equals(product)
                    && purchase.price().currency().equals(currency)
                    && (processor == null || purchase.processor().equals(processor));
        }
    }

    public StartOutcome start(Command command, Instant now) {
        OrderId id = OrderId.derive(key.get(), command.user(), command.idempotencyKey());
        // Before price list and limits: what was ordered once is answered, whatever changed since.
        Optional<Order> existing = orders.find(new OrderReference(command.account(), id));
        return existing.isPresent() ? repeated(existing.get(), command) : order(id, command, now);
    }

    private StartOutcome order(OrderId id, Command command, Instant now) {
        Optional<ProcessorTerms> processor = processor(command.processor());
        Optional<Product> product =
                ProductId.parse(command.product()).flatMap(terms.prices()::product);
        if (product.isEmpty()) {
            return new StartOutcome.UnknownProduct();
        }
        if (processor.isEmpty()) {
            return new StartOutcome.UnknownProcessor();
        }
        Optional<Purchase> purchase =
                terms.prices()
                        .purchase(product.get().id(), command.currency(), processor.get().id());
        if (purchase.isEmpty()) {
            return new StartOutcome.UnknownCurrency();
        }
        if (ledger.account(command.account()).filter(Account::isFrozen).isPresent()) {
            return new StartOutcome.AccountFrozen();
        }
        Order order = Order.open(id, command.account(), purchase.get(), now);
        return switch (orders.place(order, terms.velocity())) {
            case Orders.PlaceOutcome.Placed _ ->
                    new StartOutcome.Started(opened(order, processor.get(), command));
            case Orders.PlaceOutcome.AlreadyPlaced placed -> repeated(placed.existing(), command);
            case Orders.PlaceOutcome.KeyReused _ -> new StartOutcome.KeyReused();
            case Orders.PlaceOutcome.TooMany many ->
                    new StartOutcome.TooMany(Duration.between(now, many.resetsAt()));
        };
    }

    private Optional<ProcessorTerms> processor(@Nullable String wanted) {
        Optional<ProcessorTerms> chosen =
                wanted == null ? terms.processors().stream().findFirst() : terms.processor(wanted);
        return chosen.filter(each -> processors.containsKey(each.id()));
    }

    private StartOutcome repeated(Order existing, Command command) {
        if (!command.isFor(existing.purchase())) {
            return new StartOutcome.KeyReused();
        }
        // Whoever ordered it may have died before its page was opened.
        boolean isUnopened = existing.state() == OrderState.OPEN && existing.checkout() == null;
        return new StartOutcome.Existing(
                isUnopened
                        ? processor(existing.processor())
                                .map(processor -> opened(existing, processor, command))
                                .orElse(existing)
                        : existing);
    }

    private Order opened(Order order, ProcessorTerms processor, Command command) {
        PaymentProcessor at = processors.get(processor.id());
        if (at == null) {
            throw new IllegalStateException("Nobody speaks to " + processor.id());
        }
        Checkout checkout =
                at.open(
                        new CheckoutRequest(
                                order.reference(),
                                order.purchase(),
                                processor,
                                command.language(),
                                null,
                                customers.of(order.account(), processor.id()).orElse(null),
                                command.home().resolve("/orders/" + order.id()),
                                command.home().resolve("/credits")));
        // First the customer: an order whose checkout names one says that it is kept.
        if (checkout.customer() != null) {
            customers.keep(order.account(), checkout.customer());
        }
        orders.keep(order.reference(), checkout);
        return orders.find(order.reference()).orElseThrow();
    }
}
