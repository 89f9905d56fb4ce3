package dev.halftone.dynamodb;

import dev.halftone.core.Page;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.payment.Bill;
import dev.halftone.core.payment.Payment;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.Payments;
import dev.halftone.core.payment.PriceList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Payments in the Ledger table; {@link PaymentItem} says how they are laid out. */
public final class DynamoDbPayments implements Payments {

    private static final int TRIES_MAX = 8;

    private final Tables tables;
    private final String table;
    private final FulfilBill fulfilBill;
    private final SettlePayment settlePayment;

    public DynamoDbPayments(DynamoDbClient client, String ledgerTable) {
        this.tables = new Tables(client);
        this.table = ledgerTable;
        this.fulfilBill = new FulfilBill(tables, ledgerTable);
        this.settlePayment = new SettlePayment(tables, ledgerTable);
    }

    @Override
    public FulfilOutcome fulfil(Bill bill, PriceList prices, Instant now) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<FulfilOutcome> outcome = fulfilBill.attempt(bill, prices, now);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw changed();
    }

    @Override
    public void note(PaymentFact.Refunded refunded) {
        note(refunded.payment(), payment -> payment.with(refunded));
    }

    @Override
    public void note(PaymentFact.Disputed disputed) {
        note(disputed.payment(), payment -> payment.with(disputed));
    }

    private void note(PaymentReference reference, UnaryOperator<Payment> news) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Payment known = read(reference);
            Payment after = news.apply(known);
            if (after.equals(known)
                    || tables.write(PaymentItem.put(table, after))
                            instanceof WriteOutcome.Written) {
                return;
            }
        }
        throw changed();
    }

    @Override
    public boolean settle(PaymentReference payment, Instant now) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<Boolean> stepped = settlePayment.attempt(read(payment), now);
            if (stepped.isPresent()) {
                return stepped.get();
            }
        }
        throw changed();
    }

    @Override
    public Optional<Payment> find(PaymentReference payment) {
        return Optional.of(tables.get(table, PaymentItem.key(payment)))
                .filter(stored -> !stored.isEmpty())
                .map(stored -> PaymentItem.read(payment, stored));
    }

    private Payment read(PaymentReference payment) {
        return PaymentItem.read(payment, tables.get(table, PaymentItem.key(payment)));
    }

    @Override
    public Page<Payment> of(AccountId account, int limit, @Nullable String cursor) {
        Page<String> names = PaymentItem.listed().page(tables, table, account, limit, cursor);
        List<PaymentReference> references =
                names.items().stream()
                        .map(name -> PaymentReference.parse(name).orElseThrow())
                        .toList();
        if (references.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Map<String, Map<String, AttributeValue>> found =
                tables.getAll(table, references.stream().map(PaymentItem::key).toList()).stream()
                        .collect(
                                Collectors.toMap(
                                        item -> new Attributes(item).text(Attributes.PK),
                                        item -> item));
        return new Page<>(
                references.stream()
                        .map(
                                reference ->
                                        PaymentItem.read(
                                                reference,
                                                Objects.requireNonNull(
                                                        found.get(PaymentItem.pk(reference)))))
                        .toList(),
                names.nextCursor());
    }

    private static TransientFailure changed() {
        return new TransientFailure("ledger", "the payment changed during every attempt");
    }
}
