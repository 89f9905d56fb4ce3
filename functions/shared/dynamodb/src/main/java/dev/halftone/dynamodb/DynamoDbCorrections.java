package dev.halftone.dynamodb;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Corrections;
import dev.halftone.core.ledger.Decision;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.FreezeOutcome;
import dev.halftone.core.ledger.Freezing;
import dev.halftone.core.ledger.GrantState;
import dev.halftone.core.ledger.LateRefund;
import dev.halftone.core.ledger.RefundOutcome;
import dev.halftone.core.ledger.Revocation;
import dev.halftone.core.ledger.RevokeOutcome;
import dev.halftone.core.ledger.Revoking;
import dev.halftone.core.ledger.ThawOutcome;
import dev.halftone.core.ledger.TransferState;
import dev.halftone.core.ledger.Transferring;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Corrections in the Ledger table; {@link DynamoDbLedger} says how it is laid out. */
public final class DynamoDbCorrections implements Corrections {

    private final Tables tables;
    private final Booking booking;
    private final String table;

    public DynamoDbCorrections(DynamoDbClient client, String ledgerTable) {
        this.tables = new Tables(client);
        this.booking = new Booking(tables, ledgerTable);
        this.table = ledgerTable;
    }

    @Override
    public RefundOutcome refund(LateRefund refund) {
        return booking.book(
                () -> {
                    Map<String, AttributeValue> item =
                            tables.get(
                                    table, TransferItem.key(refund.account(), refund.transfer()));
                    TransferState state =
                            item.isEmpty()
                                    ? null
                                    : TransferItem.read(refund.account(), refund.transfer(), item);
                    return new Booking.Attempt<>(
                            Transferring.refund(refund, state, account(refund.account())),
                            false,
                            List.of(TransferItem.refund(table, refund)));
                });
    }

    @Override
    public RevokeOutcome revoke(Revocation revocation) {
        return booking.book(() -> attempt(revocation));
    }

    private Booking.Attempt<RevokeOutcome> attempt(Revocation revocation) {
        AccountId account = revocation.account();
        Map<String, AttributeValue> item =
                tables.get(table, GrantItem.key(account, revocation.grant()));
        if (item.isEmpty()) {
            return new Booking.Attempt<>(
                    new Decision.Answer<>(new RevokeOutcome.NoSuchGrant()), false, List.of());
        }
        GrantState state = GrantItem.read(item);
        // Of one moment: credits that expire between two reads would be in neither.
        List<Map<String, AttributeValue>> together =
                tables.getTogether(
                        BucketItem.get(table, account, state.grant().bucket().grant()),
                        AccountItem.get(table, account));
        return new Booking.Attempt<>(
                Revoking.revoke(
                        revocation,
                        state,
                        BucketItem.read(together.getFirst()),
                        AccountItem.readOrEmpty(account, together.getLast())),
                false,
                List.of(GrantItem.revoke(table, revocation, state.revoked())));
    }

    @Override
    public FreezeOutcome freeze(AccountId account, FreezeCause cause, Instant at) {
        return booking.book(
                () ->
                        new Booking.Attempt<>(
                                isWritten(account, cause)
                                        ? new Decision.Answer<>(new FreezeOutcome.AlreadyFrozen())
                                        : Freezing.freeze(cause, known(account), at),
                                false,
                                List.of()));
    }

    private boolean isWritten(AccountId account, FreezeCause cause) {
        return !tables.get(table, JournalItem.key(account, Freezing.key(cause))).isEmpty();
    }

    @Override
    public ThawOutcome thaw(AccountId account, FreezeCause cause, Instant at) {
        return booking.book(
                () ->
                        new Booking.Attempt<>(
                                Freezing.thaw(cause, known(account), at), false, List.of()));
    }

    private Account account(AccountId id) {
        return AccountItem.readOrEmpty(id, tables.get(table, AccountItem.key(id)));
    }

    private @Nullable Account known(AccountId id) {
        Map<String, AttributeValue> item = tables.get(table, AccountItem.key(id));
        return item.isEmpty() ? null : AccountItem.read(id, item);
    }
}
