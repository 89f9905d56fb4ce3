package dev.halftone.dynamodb;

import dev.halftone.core.Page;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderId;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.payment.Ordered;
import dev.halftone.core.payment.Orders;
import dev.halftone.core.payment.Velocity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Orders in the Ledger table; {@link OrderItem} says how they are laid out. */
public final class DynamoDbOrders implements Orders {

    private static final int TRIES_MAX = 8;

    private final Tables tables;
    private final String table;

    public DynamoDbOrders(DynamoDbClient client, String ledgerTable) {
        this.tables = new Tables(client);
        this.table = ledgerTable;
    }

    @Override
    public PlaceOutcome place(Order order, Velocity velocity) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<Order> existing = find(order.reference());
            if (existing.isPresent()) {
                return existing.get().isSameAs(order)
                        ? new PlaceOutcome.AlreadyPlaced(existing.get())
                        : new PlaceOutcome.KeyReused();
            }
            Map<String, AttributeValue> seen = tables.get(table, OrderingItem.key(order.account()));
            Ordered before = OrderingItem.read(seen);
            Optional<Instant> full = before.fullUntil(velocity, order.createdAt());
            if (full.isPresent()) {
                return new PlaceOutcome.TooMany(full.get());
            }
            Ordered next = before.placing(order.createdAt());
            if (isWritten(
                    OrderItem.put(table, order, 0),
                    OrderItem.putListed(table, order),
                    OrderingItem.put(table, order.account(), next, seen))) {
                return new PlaceOutcome.Placed();
            }
        }
        throw changed();
    }

    @Override
    public Optional<Order> find(OrderReference order) {
        return Optional.of(tables.get(table, OrderItem.key(order)))
                .filter(stored -> !stored.isEmpty())
                .map(OrderItem::read);
    }

    @Override
    public Page<Order> of(AccountId account, int limit, @Nullable String cursor) {
        Page<String> ids = OrderItem.listed().page(tables, table, account, limit, cursor);
        if (ids.items().isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Map<String, Order> found =
                tables
                        .getAll(
                                table,
                                ids.items().stream()
                                        .map(id -> new OrderReference(account, new OrderId(id)))
                                        .map(OrderItem::key)
                                        .toList())
                        .stream()
                        .map(OrderItem::read)
                        .collect(
                                Collectors.toMap(order -> order.id().value(), Function.identity()));
        return new Page<>(
                ids.items().stream().map(id -> Objects.requireNonNull(found.get(id))).toList(),
                ids.nextCursor());
    }

    @Override
    public Checkout keep(OrderReference order, Checkout checkout) {
        return switch (tables.update(OrderItem.keep(table, order, checkout))) {
            case WriteOutcome.Written _ -> checkout;
            case WriteOutcome.Refused refused ->
                    refused.at(0)
                            .filter(stored -> !stored.isEmpty())
                            .map(stored -> OrderItem.read(stored).checkout())
                            .orElseThrow(
                                    () -> new PermanentFailure("ledger", "no order to pay for"));
        };
    }

    @Override
    public boolean claimLook(OrderReference order, Instant now, Instant notSince) {
        return tables.update(OrderItem.look(table, order, now, notSince))
                instanceof WriteOutcome.Written;
    }

    @Override
    public void advance(OrderReference reference, OrderState to, Instant at) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Map<String, AttributeValue> stored = tables.get(table, OrderItem.key(reference));
            if (stored.isEmpty() || OrderItem.read(stored).state().compareTo(to) >= 0) {
                return;
            }
            if (isWritten(advances(stored, to, at).toArray(TransactWriteItem[]::new))) {
                return;
            }
        }
        throw changed();
    }

    private List<TransactWriteItem> advances(
            Map<String, AttributeValue> stored, OrderState to, Instant at) {
        Order order = OrderItem.read(stored);
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(OrderItem.put(table, order.in(to), OrderItem.revision(stored)));
        if (to == OrderState.FAILED) {
            Map<String, AttributeValue> seen = tables.get(table, OrderingItem.key(order.account()));
            Ordered next = OrderingItem.read(seen).failing(at);
            actions.add(OrderingItem.put(table, order.account(), next, seen));
        }
        return actions;
    }

    private boolean isWritten(TransactWriteItem... actions) {
        return tables.write(actions) instanceof WriteOutcome.Written;
    }

    private static TransientFailure changed() {
        return new TransientFailure("ledger", "the order changed during every attempt");
    }
}
