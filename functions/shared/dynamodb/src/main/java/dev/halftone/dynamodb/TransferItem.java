package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Drawing;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.LateRefund;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.ledger.TransferId;
import dev.halftone.core.ledger.TransferState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * A transfer in the Ledger table, from pending to posted or voided, and perhaps refunded.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;  sk PENDING#&lt;transfer&gt;
 * </pre>
 *
 * Its drawing says which buckets what comes back goes to. It has no expiry: a transfer ends only
 * with its generation.
 */
final class TransferItem {

    private static final String PREFIX = "PENDING#";
    private static final String STATE = "state"; // S, one of the three below
    private static final String PENDING = "PENDING";
    private static final String POSTED = "POSTED";
    private static final String VOIDED = "VOIDED";
    private static final String DRAWING = "drawing"; // L of M, first burnt first: BucketMap
    private static final String GRANT = "grant"; // S, in a part
    private static final String PRICE_VERSION = "priceVersion"; // S
    private static final String TRACE = "traceId"; // S, absent in the oldest items
    private static final String AT = "at"; // S, instant
    private static final String ENDED_AT = "endedAt"; // S, instant, once posted or voided
    private static final String CHARGED = "charged"; // N, once posted
    private static final String REFUNDED = "refunded"; // N, once refunded
    private static final String REFUNDED_AT = "refundedAt"; // S, instant, once refunded

    private TransferItem() {}

    static Map<String, AttributeValue> key(AccountId account, TransferId id) {
        return Attributes.key(AccountItem.pk(account), PREFIX + id.value());
    }

    static TransactWriteItem putNew(String table, PendingTransfer transfer) {
        Map<String, AttributeValue> item = new HashMap<>(key(transfer.account(), transfer.id()));
        item.put(VERSION, Attributes.version());
        item.put(STATE, s(PENDING));
        item.put(DRAWING, drawing(transfer.drawing()));
        item.put(PRICE_VERSION, s(transfer.priceVersion()));
        item.put(TRACE, s(transfer.trace().value()));
        item.put(AT, s(transfer.at()));
        return Actions.putNew(table, item);
    }

    /** The transfer ends once: whoever comes second fails this condition. */
    static TransactWriteItem post(
            String table, PendingTransfer transfer, Credits charged, Instant endedAt) {
        return end(
                update(table, transfer.account(), transfer.id())
                        .updateExpression(
                                "SET #state = :ended, #endedAt = :at, #charged = :charged")
                        .expressionAttributeNames(
                                Map.of("#state", STATE, "#endedAt", ENDED_AT, "#charged", CHARGED)),
                Map.of(
                        ":ended", s(POSTED),
                        ":at", s(endedAt),
                        ":charged", n(charged.amount()),
                        ":seen", s(PENDING)));
    }

    /** The transfer ends once: whoever comes second fails this condition. */
    static TransactWriteItem voiding(String table, PendingTransfer transfer, Instant endedAt) {
        return end(
                update(table, transfer.account(), transfer.id())
                        .updateExpression("SET #state = :ended, #endedAt = :at")
                        .expressionAttributeNames(Map.of("#state", STATE, "#endedAt", ENDED_AT)),
                Map.of(":ended", s(VOIDED), ":at", s(endedAt), ":seen", s(PENDING)));
    }

    private static TransactWriteItem end(
            Update.Builder update, Map<String, AttributeValue> values) {
        return Actions.update(
                update.conditionExpression("#state = :seen")
                        .expressionAttributeValues(values)
                        .build());
    }

    /** Only what was posted can be refunded, and only once. */
    static TransactWriteItem refund(String table, LateRefund refund) {
        return Actions.update(
                update(table, refund.account(), refund.transfer())
                        .updateExpression("SET #refunded = :refunded, #at = :at")
                        .conditionExpression("#state = :posted AND attribute_not_exists(#refunded)")
                        .expressionAttributeNames(
                                Map.of(
                                        "#state", STATE,
                                        "#refunded", REFUNDED,
                                        "#at", REFUNDED_AT))
                        .expressionAttributeValues(
                                Map.of(
                                        ":posted", s(POSTED),
                                        ":refunded", n(refund.amount().amount()),
                                        ":at", s(refund.at())))
                        .build());
    }

    private static Update.Builder update(String table, AccountId account, TransferId id) {
        return Update.builder()
                .tableName(table)
                .key(key(account, id))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    }

    static TransferState read(
            AccountId account, TransferId id, Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        PendingTransfer transfer =
                new PendingTransfer(
                        id,
                        account,
                        new Drawing(item.list(DRAWING).stream().map(TransferItem::part).toList()),
                        item.text(PRICE_VERSION),
                        item.trace(TRACE, id.value()),
                        item.instant(AT));
        return switch (item.text(STATE)) {
            case PENDING -> new TransferState.Pending(transfer);
            case POSTED ->
                    new TransferState.Posted(
                            transfer,
                            new Credits(item.number(CHARGED)),
                            new Credits(item.optionalNumber(REFUNDED).orElse(0L)));
            case VOIDED -> new TransferState.Voided(transfer);
            default -> throw new PermanentFailure("dynamodb", "a transfer has no known state");
        };
    }

    private static AttributeValue drawing(Drawing drawing) {
        return AttributeValue.fromL(drawing.parts().stream().map(TransferItem::part).toList());
    }

    private static AttributeValue part(Bucket part) {
        Map<String, AttributeValue> map = new HashMap<>(BucketMap.write(part).m());
        map.put(GRANT, s(part.grant().value()));
        return AttributeValue.fromM(map);
    }

    private static Bucket part(Attributes part) {
        return BucketMap.read(new GrantId(part.text(GRANT)), part);
    }
}
