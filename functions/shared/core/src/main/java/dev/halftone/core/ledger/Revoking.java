package dev.halftone.core.ledger;

import dev.halftone.core.ledger.Change.Shelf;
import dev.halftone.core.ledger.JournalEntry.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes credits back: what is left of the grant itself, be it spendable, waiting or expired, then
 * what would be spent last, and what is not there becomes debt.
 */
public final class Revoking {

    private final Revocation revocation;
    private final Account seen;
    private final Movement.Parts parts = new Movement.Parts();
    private Legs legs = Legs.NONE;
    private Credits missing;

    private Revoking(Revocation revocation, Account seen, Credits missing) {
        this.revocation = revocation;
        this.seen = seen;
        this.missing = missing;
    }

    /**
     * Decides about a revocation.
     *
     * @param state the grant, if there is one
     * @param history what became of the grant's bucket
     */
    public static Decision<RevokeOutcome> revoke(
            Revocation revocation,
            @Nullable GrantState state,
            BucketHistory history,
            Account seen) {
        if (state == null) {
            return new Decision.Answer<>(new RevokeOutcome.NoSuchGrant());
        }
        if (state.grant().amount().isLessThan(revocation.target())) {
            return new Decision.Answer<>(new RevokeOutcome.MoreThanGranted(state.grant().amount()));
        }
        if (!state.revoked().isLessThan(revocation.target())) {
            return new Decision.Answer<>(new RevokeOutcome.AlreadyRevoked(state.revoked()));
        }
        Credits delta = revocation.target().minus(state.revoked());
        return new Revoking(revocation, seen, delta)
                .decide(state.grant().bucket().grant(), history, delta);
    }

    private Decision<RevokeOutcome> decide(GrantId own, BucketHistory history, Credits delta) {
        seen.bucket(own).ifPresent(bucket -> take(Shelf.BUCKETS, bucket));
        seen.waiting(own).ifPresent(bucket -> take(Shelf.WAITING, bucket));
        takeExpired(own, history.expired());
        takeOthers(Shelf.BUCKETS, seen.buckets(), own);
        takeOthers(Shelf.WAITING, seen.waiting(), own);
        Credits debt = missing;
        if (!debt.isZero()) {
            // Whatever comes in meanwhile must be taken before anything is owed.
            requireUnchanged(Balance.AVAILABLE);
            requireUnchanged(Balance.WAITING);
        }
        legs = legs.from(Balance.DEBT, debt).to(Balance.REVOKED, delta);
        return new Decision.Book<>(
                parts.with(entry()), new RevokeOutcome.Revoked(delta.minus(debt), debt));
    }

    private void takeOthers(Shelf shelf, List<Bucket> buckets, GrantId own) {
        for (Bucket bucket : Account.inBurnOrder(buckets).reversed()) {
            if (!bucket.grant().equals(own)) {
                take(shelf, bucket);
            }
        }
    }

    private void take(Shelf shelf, Bucket bucket) {
        Credits taken = bucket.remaining().atMost(missing);
        if (taken.isZero()) {
            return;
        }
        // Nothing but an admission or an expiry looks after what waits, and both want credits.
        boolean closes = shelf == Shelf.WAITING && taken.equals(bucket.remaining());
        parts.change(
                closes
                        ? new Change.Close(shelf, bucket.grant(), taken, null)
                        : new Change.Take(shelf, bucket.grant(), taken));
        legs = legs.from(Granting.balance(shelf), taken);
        missing = missing.minus(taken);
    }

    private void takeExpired(GrantId own, Credits expired) {
        Credits taken = expired.atMost(missing);
        if (!taken.isZero()) {
            parts.note(new BucketNote.TakenBack(own, taken));
            legs = legs.from(Balance.EXPIRED, taken);
            missing = missing.minus(taken);
        }
    }

    private void requireUnchanged(Balance balance) {
        parts.require(new Requirement.Unchanged(balance, seen.balances().amount(balance)));
    }

    private JournalEntry entry() {
        return new JournalEntry(
                revocation.account(),
                "REVOKE#" + revocation.grant().value() + "#" + revocation.target(),
                Kind.REVOKE,
                legs,
                null,
                revocation.reason(),
                null,
                null,
                revocation.at());
    }
}
