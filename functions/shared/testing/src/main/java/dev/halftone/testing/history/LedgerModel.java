package dev.halftone.testing.history;

import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Submissions.StoreOutcome;
import dev.halftone.core.ledger.BucketHistory;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Expiring;
import dev.halftone.core.ledger.FreezeOutcome;
import dev.halftone.core.ledger.Freezing;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantState;
import dev.halftone.core.ledger.Granting;
import dev.halftone.core.ledger.LateRefund;
import dev.halftone.core.ledger.Movement;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.ledger.RefundOutcome;
import dev.halftone.core.ledger.Revocation;
import dev.halftone.core.ledger.RevokeOutcome;
import dev.halftone.core.ledger.Revoking;
import dev.halftone.core.ledger.TransferState;
import dev.halftone.core.ledger.Transferring;
import dev.halftone.testing.history.LedgerOperation.Expire;
import dev.halftone.testing.history.LedgerOperation.Freeze;
import dev.halftone.testing.history.LedgerOperation.Give;
import dev.halftone.testing.history.LedgerOperation.Read;
import dev.halftone.testing.history.LedgerOperation.Refund;
import dev.halftone.testing.history.LedgerOperation.Revoke;
import dev.halftone.testing.history.LedgerOperation.Settle;
import dev.halftone.testing.history.LedgerOperation.Submit;
import dev.halftone.testing.history.LedgerOperation.Thaw;
import java.time.Instant;

/** The ledger as the domain says it is, for one caller after the other. */
final class LedgerModel implements Sequential<LedgerState, LedgerOperation> {

    /** The answer to a settlement of what was never submitted. */
    static final String NO_TRANSFER = "no transfer";

    @Override
    public Step<LedgerState> step(LedgerState before, LedgerOperation operation) {
        return switch (operation) {
            case Read _ -> new Step<>(before, LedgerState.observed(before.account()));
            case Give give -> give(before, give.grant());
            case Submit submit -> submit(before, submit.transfer());
            case Settle settle -> settle(before, settle);
            case Refund refund -> refund(before, refund.refund());
            case Revoke revoke -> revoke(before, revoke.revocation());
            case Freeze freeze -> freeze(before, freeze);
            case Thaw thaw ->
                    before.decided(
                            Freezing.thaw(
                                    thaw.cause(),
                                    before.account().entries() == 0 ? null : before.account(),
                                    thaw.at()));
            case Expire expire ->
                    before.decided(
                            Expiring.expire(
                                    expire.bucket(),
                                    before.history(expire.bucket()),
                                    before.account(),
                                    expire.now()));
        };
    }

    private static Step<LedgerState> give(LedgerState before, Grant grant) {
        GrantState former = before.grants().get(grant.id());
        if (former != null) {
            return new Step<>(before, Granting.repeated(grant, former.grant()));
        }
        Step<LedgerState> step = before.decided(Granting.grant(grant, before.account()));
        boolean booked = step.after().account().entries() > before.account().entries();
        return booked
                ? new Step<>(step.after().with(new GrantState(grant, Credits.ZERO)), step.answer())
                : step;
    }

    private static Step<LedgerState> submit(LedgerState before, PendingTransfer transfer) {
        if (before.transfers().containsKey(transfer.id())) {
            return new Step<>(before, StoreOutcome.AlreadyStored.class);
        }
        return before.after(Transferring.pending(transfer))
                .map(after -> after.with(new TransferState.Pending(transfer)))
                .map(after -> new Step<>(after, (Object) StoreOutcome.Stored.class))
                .orElseGet(() -> new Step<>(before, StoreOutcome.AccountChanged.class));
    }

    private static Step<LedgerState> settle(LedgerState before, Settle settle) {
        TransferState state = before.transfers().get(settle.before().id().transfer());
        if (state == null) {
            return new Step<>(before, NO_TRANSFER);
        }
        if (!(state instanceof TransferState.Pending)) {
            return new Step<>(before, false);
        }
        PendingTransfer transfer = state.transfer();
        boolean success = settle.after().state() instanceof GenerationState.Succeeded;
        Movement movement =
                success
                        ? Transferring.post(
                                transfer, settle.charged(), endedAt(settle), before.account())
                        : Transferring.voiding(
                                transfer, "timeout", endedAt(settle), before.account());
        TransferState ended =
                success
                        ? new TransferState.Posted(transfer, settle.charged(), Credits.ZERO)
                        : new TransferState.Voided(transfer);
        return new Step<>(before.after(movement).orElseThrow().with(ended), true);
    }

    private static Instant endedAt(Settle settle) {
        Instant at = settle.after().state().endedAt();
        if (at == null) {
            throw new IllegalArgumentException("Only an end settles a transfer");
        }
        return at;
    }

    private static Step<LedgerState> refund(LedgerState before, LateRefund refund) {
        TransferState state = before.transfers().get(refund.transfer());
        Step<LedgerState> step =
                before.decided(Transferring.refund(refund, state, before.account()));
        return step.answer() instanceof RefundOutcome.Refunded
                        && state instanceof TransferState.Posted posted
                ? new Step<>(
                        step.after()
                                .with(
                                        new TransferState.Posted(
                                                posted.transfer(),
                                                posted.charged(),
                                                refund.amount())),
                        step.answer())
                : step;
    }

    private static Step<LedgerState> revoke(LedgerState before, Revocation revocation) {
        GrantState state = before.grants().get(revocation.grant());
        BucketHistory history =
                state == null ? BucketHistory.NONE : before.history(state.grant().bucket().grant());
        Step<LedgerState> step =
                before.decided(Revoking.revoke(revocation, state, history, before.account()));
        return step.answer() instanceof RevokeOutcome.Revoked && state != null
                ? new Step<>(
                        step.after().with(new GrantState(state.grant(), revocation.target())),
                        step.answer())
                : step;
    }

    private static Step<LedgerState> freeze(LedgerState before, Freeze freeze) {
        if (before.causes().contains(freeze.cause())) {
            return new Step<>(before, new FreezeOutcome.AlreadyFrozen());
        }
        Step<LedgerState> step =
                before.decided(
                        Freezing.freeze(
                                freeze.cause(),
                                before.account().entries() == 0 ? null : before.account(),
                                freeze.at()));
        return step.answer() instanceof FreezeOutcome.Frozen
                ? new Step<>(step.after().with(freeze.cause()), step.answer())
                : step;
    }
}
