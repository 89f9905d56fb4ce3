package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Drawing;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.ledger.TransferId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A transfer in the Ledger table, from pending to posted or voided.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;  sk PENDING#&lt;transfer&gt;
 * </pre>
 *
 * Its drawing says which buckets a void gives back to. It has no expiry: a transfer ends only with
 * its generation.
 */
final class TransferItem {

    /** How a transfer stands. */
    enum State {
        PENDING,
        POSTED,
        VOIDED
    }

    private static final String PREFIX = "PENDING#";
    private static final String STATE = "state"; // S
    private static final String AMOUNT = "amount"; // N
    private static final String DRAWING = "drawing"; // L of M
    private static final String GRANT = "grant"; // S
    private static final String PRICE_VERSION = "priceVersion"; // S
    private static final String TRACE = "traceId"; // S, absent in the oldest items
    private static final String AT = "at"; // S, instant
    private static final String ENDED_AT = "endedAt"; // S, instant, once posted or voided

    private TransferItem() {}

    static Map<String, AttributeValue> key(AccountId account, TransferId id) {
        return Attributes.key(AccountItem.pk(account), PREFIX + id.value());
    }

    static TransactWriteItem putNew(String table, PendingTransfer transfer) {
        Map<String, AttributeValue> item = new HashMap<>(key(transfer.account(), transfer.id()));
        item.put(VERSION, Attributes.version());
        item.put(STATE, s(State.PENDING.name()));
        item.put(AMOUNT, n(transfer.amount().amount()));
        item.put(DRAWING, drawing(transfer.drawing()));
        item.put(PRICE_VERSION, s(transfer.priceVersion()));
        item.put(TRACE, s(transfer.trace().value()));
        item.put(AT, s(transfer.at()));
        return Actions.putNew(table, item);
    }

    /** The transfer ends once: whoever comes second fails this condition. */
    static TransactWriteItem end(
            String table, PendingTransfer transfer, State state, Instant endedAt) {
        return TransactWriteItem.builder()
                .update(
                        update ->
                                update.tableName(table)
                                        .key(key(transfer.account(), transfer.id()))
                                        .updateExpression(
                                                "SET #state = :state, #endedAt = :endedAt")
                                        .conditionExpression("#state = :pending")
                                        .expressionAttributeNames(
                                                Map.of("#state", STATE, "#endedAt", ENDED_AT))
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":state", s(state.name()),
                                                        ":pending", s(State.PENDING.name()),
                                                        ":endedAt", s(endedAt)))
                                        .returnValuesOnConditionCheckFailure(
                                                ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    static boolean isPending(Map<String, AttributeValue> item) {
        return s(State.PENDING.name()).equals(item.get(STATE));
    }

    static PendingTransfer read(
            AccountId account, TransferId id, Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        return new PendingTransfer(
                id,
                account,
                new Drawing(item.list(DRAWING).stream().map(TransferItem::part).toList()),
                item.text(PRICE_VERSION),
                item.trace(TRACE, id.value()),
                item.instant(AT));
    }

    private static AttributeValue drawing(Drawing drawing) {
        return AttributeValue.fromL(
                drawing.parts().stream()
                        .map(
                                part ->
                                        AttributeValue.fromM(
                                                Map.of(
                                                        GRANT, s(part.grant().value()),
                                                        AMOUNT, n(part.amount().amount()))))
                        .toList());
    }

    private static Drawing.Part part(Attributes part) {
        return new Drawing.Part(new GrantId(part.text(GRANT)), new Credits(part.number(AMOUNT)));
    }
}
