package dev.halftone.core.ledger;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Change.Shelf;
import dev.halftone.core.ledger.JournalEntry.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Credits coming into an account, and those that had to wait for room in it. */
public final class Granting {

    private Granting() {}

    /** Books a grant whose business key had no effect before. */
    public static Decision<GrantOutcome> grant(Grant grant, Account seen) {
        Balance issuer = grant.source().isBought() ? Balance.BOUGHT : Balance.GIVEN;
        if (Account.ISSUED_MAX - seen.balance(issuer).amount() < grant.amount().amount()) {
            return new Decision.Answer<>(new GrantOutcome.TooManyCredits());
        }
        Credits paid = grant.amount().atMost(seen.debt());
        Bucket bucket = grant.bucket().holding(grant.amount().minus(paid));
        Movement.Parts parts = new Movement.Parts();
        parts.require(new Requirement.Unchanged(Balance.DEBT, -seen.debt().amount()));
        Legs legs = Legs.NONE.from(issuer, grant.amount()).to(Balance.DEBT, paid);
        if (!bucket.remaining().isZero()) {
            Optional<Shelf> shelf = shelf(grant, bucket, seen);
            if (shelf.isEmpty()) {
                return new Decision.Answer<>(new GrantOutcome.TooManyBuckets());
            }
            place(bucket, shelf.get(), seen, parts);
            legs = legs.to(balance(shelf.get()), bucket.remaining());
        }
        return new Decision.Book<>(
                parts.with(entry(grant, legs)),
                legs.amount(Balance.WAITING) == 0
                        ? new GrantOutcome.Granted(grant.amount())
                        : new GrantOutcome.Waiting(grant.amount()));
    }

    /** What to answer to a business key that had its effect before, as {@code former}. */
    public static GrantOutcome repeated(Grant grant, Grant former) {
        boolean same =
                grant.account().equals(former.account())
                        && grant.amount().equals(former.amount())
                        && grant.source() == former.source();
        return same ? new GrantOutcome.AlreadyGranted() : new GrantOutcome.KeyReused();
    }

    /** Makes the credits that waited longest spendable, if there is room by now. */
    public static Decision<AdmitOutcome> admit(Account seen, Instant at) {
        Optional<Bucket> oldest =
                seen.waiting().stream()
                        .min(
                                Comparator.comparing(Bucket::grantedAt)
                                        .thenComparing(bucket -> bucket.grant().value()));
        if (oldest.isEmpty()) {
            return new Decision.Answer<>(new AdmitOutcome.NothingWaiting());
        }
        if (!hasRoom(seen)) {
            return new Decision.Answer<>(new AdmitOutcome.NoRoom());
        }
        Bucket bucket = oldest.get();
        Movement.Parts parts = new Movement.Parts();
        parts.change(new Change.Close(Shelf.WAITING, bucket.grant(), bucket.remaining(), null));
        open(bucket, seen, parts);
        Legs legs =
                Legs.NONE
                        .from(Balance.WAITING, bucket.remaining())
                        .to(Balance.AVAILABLE, bucket.remaining());
        return new Decision.Book<>(
                parts.with(entry(seen.id(), Kind.ADMIT, bucket.grant(), legs, bucket.source(), at)),
                new AdmitOutcome.Admitted(bucket.grant(), bucket.remaining()));
    }

    private static Optional<Shelf> shelf(Grant grant, Bucket bucket, Account seen) {
        if (seen.bucket(bucket.grant()).isPresent() || hasRoom(seen)) {
            return Optional.of(Shelf.BUCKETS);
        }
        boolean waits = grant.source().mayWait() && seen.waiting().size() < Account.WAITING_MAX;
        return waits ? Optional.of(Shelf.WAITING) : Optional.empty();
    }

    static Balance balance(Shelf shelf) {
        return switch (shelf) {
            case BUCKETS -> Balance.AVAILABLE;
            case WAITING -> Balance.WAITING;
        };
    }

    private static void place(Bucket bucket, Shelf shelf, Account seen, Movement.Parts parts) {
        Returning.due(bucket).ifPresent(parts::note);
        if (shelf == Shelf.WAITING) {
            parts.require(new Requirement.Room(Shelf.WAITING, Account.WAITING_MAX));
            parts.change(new Change.Open(Shelf.WAITING, bucket));
        } else if (seen.bucket(bucket.grant()).isPresent()) {
            parts.change(new Change.Add(bucket.grant(), bucket.remaining()));
        } else {
            open(bucket, seen, parts);
        }
    }

    /** Opens a bucket and removes those that {@code seen} showed drained. */
    private static void open(Bucket bucket, Account seen, Movement.Parts parts) {
        List<Bucket> drained = drained(seen);
        drained.forEach(
                empty ->
                        parts.change(
                                new Change.Close(
                                        Shelf.BUCKETS, empty.grant(), Credits.ZERO, null)));
        parts.require(new Requirement.Room(Shelf.BUCKETS, Account.BUCKETS_MAX + drained.size()));
        parts.change(new Change.Open(Shelf.BUCKETS, bucket));
    }

    private static boolean hasRoom(Account account) {
        return account.buckets().size() - drained(account).size() < Account.BUCKETS_MAX;
    }

    private static List<Bucket> drained(Account account) {
        return account.buckets().stream().filter(bucket -> bucket.remaining().isZero()).toList();
    }

    private static JournalEntry entry(Grant grant, Legs legs) {
        return entry(grant.account(), Kind.GRANT, grant.id(), legs, grant.source(), grant.at());
    }

    private static JournalEntry entry(
            AccountId account, Kind kind, GrantId id, Legs legs, GrantSource source, Instant at) {
        return new JournalEntry(
                account,
                kind.name() + "#" + id.value(),
                kind,
                legs,
                null,
                source.label(),
                null,
                null,
                at);
    }
}
