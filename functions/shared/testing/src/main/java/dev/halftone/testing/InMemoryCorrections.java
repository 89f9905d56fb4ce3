package dev.halftone.testing;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.BucketHistory;
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
import org.jspecify.annotations.Nullable;

final class InMemoryCorrections implements Corrections {

    private final InMemoryStudio studio;

    InMemoryCorrections(InMemoryStudio studio) {
        this.studio = studio;
    }

    @Override
    public RefundOutcome refund(LateRefund refund) {
        synchronized (studio) {
            TransferState state = studio.books.transfers.get(refund.transfer());
            if (state != null && !state.transfer().account().equals(refund.account())) {
                state = null;
            }
            Decision<RefundOutcome> decision =
                    Transferring.refund(refund, state, studio.books.account(refund.account()));
            RefundOutcome outcome = studio.books.book(decision);
            if (outcome instanceof RefundOutcome.Refunded
                    && state instanceof TransferState.Posted posted) {
                studio.books.transfers.put(
                        refund.transfer(),
                        new TransferState.Posted(
                                posted.transfer(), posted.charged(), refund.amount()));
            }
            return outcome;
        }
    }

    @Override
    public RevokeOutcome revoke(Revocation revocation) {
        synchronized (studio) {
            Account account = studio.books.account(revocation.account());
            GrantState state =
                    studio.ledger().grant(revocation.account(), revocation.grant()).orElse(null);
            RevokeOutcome outcome =
                    studio.books.book(
                            Revoking.revoke(
                                    revocation, state, history(revocation, state), account));
            if (outcome instanceof RevokeOutcome.Revoked && state != null) {
                studio.books.grants.put(
                        revocation.grant(), new GrantState(state.grant(), revocation.target()));
            }
            return outcome;
        }
    }

    private BucketHistory history(Revocation revocation, @Nullable GrantState state) {
        return state == null
                ? BucketHistory.NONE
                : studio.books.history(revocation.account(), state.grant().bucket().grant());
    }

    @Override
    public FreezeOutcome freeze(AccountId account, FreezeCause cause, Instant at) {
        synchronized (studio) {
            if (studio.books.hasWritten(account, Freezing.key(cause))) {
                return new FreezeOutcome.AlreadyFrozen();
            }
            return studio.books.book(Freezing.freeze(cause, seen(account), at));
        }
    }

    @Override
    public ThawOutcome thaw(AccountId account, FreezeCause cause, Instant at) {
        synchronized (studio) {
            return studio.books.book(Freezing.thaw(cause, seen(account), at));
        }
    }

    private @Nullable Account seen(AccountId account) {
        return studio.books.knows(account) ? studio.books.account(account) : null;
    }
}
