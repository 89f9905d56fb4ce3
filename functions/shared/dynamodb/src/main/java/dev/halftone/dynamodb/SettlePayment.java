package dev.halftone.dynamodb;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Decision;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.FreezeOutcome;
import dev.halftone.core.ledger.Freezing;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.GrantState;
import dev.halftone.core.ledger.Granting;
import dev.halftone.core.ledger.Movement;
import dev.halftone.core.ledger.Revocation;
import dev.halftone.core.ledger.RevokeOutcome;
import dev.halftone.core.ledger.Revoking;
import dev.halftone.core.ledger.ThawOutcome;
import dev.halftone.core.payment.Payment;
import dev.halftone.core.payment.Settling;
import dev.halftone.core.payment.Settling.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** One try to take the next step of a payment: the payment and the line in one transaction. */
final class SettlePayment {

    private final Tables tables;
    private final Booking booking;
    private final String table;

    SettlePayment(Tables tables, String ledgerTable) {
        this.tables = tables;
        this.booking = new Booking(tables, ledgerTable);
        this.table = ledgerTable;
    }

    /**
     * Whether there was a step to take; empty if others changed meanwhile what it was decided from.
     */
    Optional<Boolean> attempt(Payment payment, Instant now) {
        if (payment.bought() == null) {
            return Optional.of(false);
        }
        AccountId account = payment.bought().order().account();
        return switch (Settling.next(payment, grants(payment, account), now)) {
            case Step.Done _ -> Optional.of(false);
            case Step.Freeze step -> freeze(step, account, now);
            case Step.Revoke step -> revoke(step, account);
            case Step.GiveBack step -> giveBack(step);
            case Step.Thaw step -> thaw(step, account, now);
        };
    }

    private List<GrantState> grants(Payment payment, AccountId account) {
        List<GrantState> grants = new ArrayList<>();
        for (GrantId grant : Settling.grants(payment)) {
            grants.add(GrantItem.read(tables.get(table, GrantItem.key(account, grant))));
        }
        return grants;
    }

    private Optional<Boolean> freeze(Step.Freeze step, AccountId account, Instant now) {
        FreezeCause cause = step.cause();
        if (!tables.get(table, JournalItem.key(account, Freezing.key(cause))).isEmpty()) {
            return noted(step.after());
        }
        return switch (Freezing.freeze(cause, account(account), now)) {
            case Decision.Answer<FreezeOutcome> answer -> {
                Settling.check(answer.outcome());
                yield noted(step.after());
            }
            case Decision.Book<FreezeOutcome> book -> booked(step.after(), book.movement());
        };
    }

    private Optional<Boolean> thaw(Step.Thaw step, AccountId account, Instant now) {
        return switch (Freezing.thaw(step.cause(), account(account), now)) {
            // An operator was faster.
            case Decision.Answer<ThawOutcome> _ -> noted(step.after());
            case Decision.Book<ThawOutcome> book -> booked(step.after(), book.movement());
        };
    }

    private Optional<Boolean> revoke(Step.Revoke step, AccountId account) {
        Revocation revocation = step.revocation();
        GrantState state =
                GrantItem.read(tables.get(table, GrantItem.key(account, revocation.grant())));
        // Of one moment: credits that expire between two reads would be in neither.
        List<Map<String, AttributeValue>> together =
                tables.getTogether(
                        BucketItem.get(table, account, state.grant().bucket().grant()),
                        AccountItem.get(table, account));
        Decision<RevokeOutcome> decision =
                Revoking.revoke(
                        revocation,
                        state,
                        BucketItem.read(together.getFirst()),
                        AccountItem.readOrEmpty(account, together.getLast()));
        return decision instanceof Decision.Book<RevokeOutcome> book
                ? booked(
                        step.after(),
                        book.movement(),
                        GrantItem.revoke(table, revocation, step.seen()))
                : Optional.empty();
    }

    private Optional<Boolean> giveBack(Step.GiveBack step) {
        Grant grant = step.grant();
        return switch (Granting.grant(grant, account(grant.account()))) {
            case Decision.Answer<GrantOutcome> answer -> {
                Settling.check(answer.outcome());
                yield noted(step.after());
            }
            case Decision.Book<GrantOutcome> book ->
                    booked(
                            step.after(),
                            book.movement(),
                            GrantItem.putNewMarker(table, grant),
                            GrantItem.putNew(table, grant));
        };
    }

    private Optional<Boolean> noted(Payment after) {
        return tables.write(PaymentItem.put(table, after)) instanceof WriteOutcome.Written
                ? Optional.of(true)
                : Optional.empty();
    }

    private Optional<Boolean> booked(
            Payment after, Movement movement, TransactWriteItem... others) {
        List<TransactWriteItem> marks = new ArrayList<>();
        marks.add(PaymentItem.put(table, after));
        marks.addAll(List.of(others));
        return booking.isWritten(marks, movement, false) ? Optional.of(true) : Optional.empty();
    }

    private Account account(AccountId id) {
        return AccountItem.read(id, Objects.requireNonNull(tables.get(table, AccountItem.key(id))));
    }
}
