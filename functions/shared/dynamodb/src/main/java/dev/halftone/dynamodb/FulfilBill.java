package dev.halftone.dynamodb;

import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Decision;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.Granting;
import dev.halftone.core.payment.Bill;
import dev.halftone.core.payment.Fulfilment;
import dev.halftone.core.payment.Payment;
import dev.halftone.core.payment.Payments.FulfilOutcome;
import dev.halftone.core.payment.PriceList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** One try to give what was paid for: order, payment and grant in one transaction. */
final class FulfilBill {

    private final Tables tables;
    private final Booking booking;
    private final String table;

    FulfilBill(Tables tables, String ledgerTable) {
        this.tables = tables;
        this.booking = new Booking(tables, ledgerTable);
        this.table = ledgerTable;
    }

    /** Empty if others changed meanwhile what it was decided from. */
    Optional<FulfilOutcome> attempt(Bill bill, PriceList prices, Instant now) {
        // Of one moment: one read finds all.
        List<Map<String, AttributeValue>> together =
                tables.getTogether(
                        OrderItem.get(table, bill.order()),
                        PaymentItem.get(table, bill.payment()),
                        GrantItem.getMarker(table, bill.key()),
                        AccountItem.get(table, bill.order().account()));
        Map<String, AttributeValue> order = together.getFirst();
        Payment payment = PaymentItem.read(bill.payment(), together.get(1));
        return switch (Fulfilment.decide(
                bill, order.isEmpty() ? null : OrderItem.read(order), payment, prices, now)) {
            case Fulfilment.Answer answer -> Optional.of(answer.outcome());
            case Fulfilment.Keep keep -> keep(keep, OrderItem.revision(order));
            case Fulfilment.Book book ->
                    together.get(2).isEmpty()
                            ? book(book, OrderItem.revision(order), together.getLast())
                            : Optional.of(new FulfilOutcome.AlreadyFulfilled());
        };
    }

    private Optional<FulfilOutcome> keep(Fulfilment.Keep keep, long revision) {
        return tables.write(marks(keep, revision)) instanceof WriteOutcome.Written
                ? Optional.of(keep.outcome())
                : Optional.empty();
    }

    private Optional<FulfilOutcome> book(
            Fulfilment.Book book, long revision, Map<String, AttributeValue> stored) {
        Grant grant = book.grant();
        Fulfilment.Keep keep = book.granted(!stored.isEmpty());
        Account account = AccountItem.readOrEmpty(grant.account(), stored);
        return switch (Granting.grant(grant, account)) {
            case Decision.Answer<GrantOutcome> _ -> keep(book.withoutRoom(), revision);
            case Decision.Book<GrantOutcome> granted -> {
                List<TransactWriteItem> marks = marks(keep, revision);
                marks.add(GrantItem.putNewMarker(table, grant));
                marks.add(GrantItem.putNew(table, grant));
                yield booking.isWritten(marks, granted.movement(), stored.isEmpty())
                        ? Optional.of(keep.outcome())
                        : Optional.empty();
            }
        };
    }

    private List<TransactWriteItem> marks(Fulfilment.Keep keep, long revision) {
        Payment payment = keep.payment();
        List<TransactWriteItem> marks = new ArrayList<>();
        marks.add(OrderItem.put(table, keep.order(), revision));
        marks.add(PaymentItem.put(table, payment));
        marks.add(
                PaymentItem.putListed(
                        table, payment.reference(), Objects.requireNonNull(payment.bought())));
        return marks;
    }
}
