package dev.halftone.testing;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.Settlements;
import dev.halftone.core.generation.Submissions;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Change;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.ExpireOutcome;
import dev.halftone.core.ledger.Expiries;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.JournalEntry.Kind;
import dev.halftone.core.ledger.LateRefund;
import dev.halftone.core.ledger.Legs;
import dev.halftone.core.ledger.Movement;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.ledger.RefundOutcome;
import dev.halftone.core.ledger.Revocation;
import dev.halftone.core.ledger.RevokeOutcome;
import dev.halftone.core.ledger.TransferState;
import dev.halftone.core.ledger.Transferring;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores with one bug each, as somebody might well write it. */
final class PlantedStores {

    private PlantedStores() {}

    /** Debt as a negative balance: the obvious way to write it. */
    static StudioPorts owingBelowZero(InMemoryStudio studio) {
        StudioPorts ports = studio.ports();
        return Forwarding.with(
                ports,
                new Forwarding.OfLedger(ports) {
                    @Override
                    public Optional<Account> account(AccountId id) {
                        return super.account(id).map(PlantedStores::belowZero);
                    }
                });
    }

    private static Account belowZero(Account account) {
        long debt = account.balances().amount(Balance.DEBT);
        return debt == 0
                ? account
                : new Account(
                        account.id(),
                        account.balances().and(Balance.DEBT, -debt).and(Balance.AVAILABLE, debt),
                        account.buckets(),
                        account.waiting(),
                        account.freezes(),
                        account.entries());
    }

    static StudioPorts losingLines(InMemoryStudio studio) {
        StudioPorts ports = studio.ports();
        return Forwarding.with(
                ports,
                new Forwarding.OfLedger(ports) {
                    @Override
                    public Page<JournalEntry> journal(
                            AccountId account, int limit, @Nullable String cursor) {
                        Page<JournalEntry> page = super.journal(account, limit, cursor);
                        return new Page<>(
                                page.items().stream()
                                        .filter(entry -> entry.kind() != Kind.VOID)
                                        .toList(),
                                page.nextCursor());
                    }
                });
    }

    /** A marker that lives for as long as the message does, and no longer. */
    static StudioPorts grantingAgain(InMemoryStudio studio) {
        StudioPorts ports = studio.ports();
        return Forwarding.with(
                ports,
                new Forwarding.OfLedger(ports) {
                    @Override
                    public GrantOutcome grant(Grant grant) {
                        GrantOutcome outcome = super.grant(grant);
                        return outcome instanceof GrantOutcome.AlreadyGranted
                                ? super.grant(again(grant))
                                : outcome;
                    }
                });
    }

    private static Grant again(Grant grant) {
        return new Grant(
                grant.account(),
                new BusinessKey(grant.key().value() + ".again"),
                grant.source(),
                grant.amount(),
                grant.priority(),
                grant.effectiveAt(),
                grant.expiry(),
                grant.cost(),
                grant.at());
    }

    /** A marker without its effect: what a crash between two writes leaves. */
    static StudioPorts confirmingWithoutEffect(InMemoryStudio studio) {
        StudioPorts ports = studio.ports();
        return Forwarding.with(
                ports,
                new Forwarding.OfLedger(ports) {
                    @Override
                    public GrantOutcome grant(Grant grant) {
                        boolean skipped = grant.amount().amount() == 7;
                        return skipped ? new GrantOutcome.AlreadyGranted() : super.grant(grant);
                    }
                });
    }

    static StudioPorts endingTwice(InMemoryStudio studio, Kind kind) {
        StudioPorts ports = studio.ports();
        Settlements twice =
                (before, after, charged) -> {
                    boolean settled = ports.settlements().settle(before, after, charged);
                    boolean success = after.state() instanceof GenerationState.Succeeded;
                    if (settled && success == (kind == Kind.POST)) {
                        endAgain(studio, before.id(), kind);
                    }
                    return settled;
                };
        return Forwarding.with(ports, twice);
    }

    private static void endAgain(InMemoryStudio studio, GenerationId id, Kind kind) {
        TransferState state = studio.books.transfers.get(id.transfer());
        if (state == null) {
            return;
        }
        PendingTransfer transfer = state.transfer();
        Account seen = studio.books.account(transfer.account());
        Movement movement =
                kind == Kind.POST
                        ? Transferring.post(transfer, transfer.amount(), transfer.at(), seen)
                        : Transferring.voiding(transfer, "again", transfer.at(), seen);
        studio.books.book(keyed(movement, movement.entry().key() + "#2"));
    }

    private static Movement keyed(Movement movement, String key) {
        JournalEntry entry = movement.entry();
        return new Movement(
                new JournalEntry(
                        entry.account(),
                        key,
                        entry.kind(),
                        entry.legs(),
                        entry.subject(),
                        entry.reason(),
                        entry.priceVersion(),
                        entry.trace(),
                        entry.at()),
                movement.changes(),
                movement.requirements(),
                movement.notes());
    }

    static StudioPorts failingWithoutVoid(InMemoryStudio studio) {
        StudioPorts ports = studio.ports();
        Settlements forgetful =
                (before, after, charged) -> {
                    if (after.state() instanceof GenerationState.Succeeded) {
                        return ports.settlements().settle(before, after, charged);
                    }
                    studio.generations.put(after.id(), new InMemoryStudio.Stored(after, null));
                    return true;
                };
        return Forwarding.with(ports, forgetful);
    }

    /** The last write wins. */
    static StudioPorts movingWithoutLooking(InMemoryStudio studio) {
        StudioPorts ports = studio.ports();
        return Forwarding.with(
                ports,
                new Forwarding.OfGenerations(ports) {
                    @Override
                    public boolean move(Generation before, Generation after, Claim claim) {
                        studio.generations.put(after.id(), new InMemoryStudio.Stored(after, claim));
                        return true;
                    }
                });
    }

    static StudioPorts sweepingNothing(InMemoryStudio studio) {
        StudioPorts ports = studio.ports();
        return Forwarding.with(
                ports,
                new Forwarding.OfGenerations(ports) {
                    @Override
                    public List<Generations.Due> due(int shard, Instant now, int limit) {
                        return List.of();
                    }
                });
    }

    static StudioPorts refundingTwice(InMemoryStudio studio) {
        StudioPorts ports = studio.ports();
        return Forwarding.with(
                ports,
                new Forwarding.OfCorrections(ports) {
                    @Override
                    public RefundOutcome refund(LateRefund refund) {
                        RefundOutcome outcome = super.refund(refund);
                        if (outcome instanceof RefundOutcome.AlreadyRefunded) {
                            addOne(studio, refund);
                        }
                        return outcome;
                    }
                });
    }

    private static void addOne(InMemoryStudio studio, LateRefund refund) {
        Account seen = studio.books.account(refund.account());
        if (!seen.buckets().isEmpty()) {
            GrantId bucket = seen.buckets().getFirst().grant();
            Credits one = new Credits(1);
            book(
                    studio,
                    line(refund.account(), Kind.REFUND, refund.transfer().value(), refund.at())
                            .between(Balance.USED, Balance.AVAILABLE, 1),
                    new Change.Add(bucket, one));
        }
    }

    static StudioPorts expiringTwice(InMemoryStudio studio) {
        StudioPorts ports = studio.ports();
        Expiries twice =
                new Expiries() {
                    @Override
                    public List<Due> due(int shard, Instant now, int limit) {
                        return ports.expiries().due(shard, now, limit);
                    }

                    @Override
                    public ExpireOutcome expire(AccountId account, GrantId bucket, Instant now) {
                        ExpireOutcome outcome = ports.expiries().expire(account, bucket, now);
                        if (outcome instanceof ExpireOutcome.Expired) {
                            expireAgain(studio, account, bucket, now);
                        }
                        return outcome;
                    }
                };
        return Forwarding.with(ports, twice);
    }

    private static void expireAgain(
            InMemoryStudio studio, AccountId account, GrantId bucket, Instant now) {
        for (Bucket other : studio.books.account(account).buckets()) {
            long left = other.remaining().amount();
            if (left > 0) {
                book(
                        studio,
                        line(account, Kind.EXPIRE, bucket.value(), now)
                                .between(Balance.AVAILABLE, Balance.EXPIRED, left),
                        new Change.Take(Change.Shelf.BUCKETS, other.grant(), other.remaining()));
            }
        }
    }

    /** Differences instead of targets. */
    static StudioPorts revokingAgain(InMemoryStudio studio) {
        StudioPorts ports = studio.ports();
        return Forwarding.with(
                ports,
                new Forwarding.OfCorrections(ports) {
                    @Override
                    public RevokeOutcome revoke(Revocation revocation) {
                        RevokeOutcome outcome = super.revoke(revocation);
                        return outcome instanceof RevokeOutcome.AlreadyRevoked
                                ? super.revoke(twice(revocation))
                                : outcome;
                    }
                });
    }

    private static Revocation twice(Revocation revocation) {
        return new Revocation(
                revocation.account(),
                revocation.grant(),
                revocation.target().plus(revocation.target()),
                revocation.reason(),
                revocation.at());
    }

    /** An id drawn anew for every try. */
    static StudioPorts acceptingTwice(InMemoryStudio studio) {
        StudioPorts ports = studio.ports();
        Submissions twice =
                new Submissions() {
                    @Override
                    public Ground ground(GenerationId id, AccountId account) {
                        return new Ground(null, ports.submissions().ground(id, account).account());
                    }

                    @Override
                    public StoreOutcome accept(Generation generation, PendingTransfer transfer) {
                        StoreOutcome outcome = ports.submissions().accept(generation, transfer);
                        if (outcome instanceof StoreOutcome.AlreadyStored) {
                            studio.books.book(
                                    keyed(
                                            Transferring.pending(transfer),
                                            "PENDING#" + generation.id() + "#2"));
                        }
                        return outcome;
                    }
                };
        return Forwarding.with(ports, twice);
    }

    /** What a line is about. */
    private record Line(AccountId account, Kind kind, String subject, Instant at) {

        JournalEntry between(Balance from, Balance to, long amount) {
            return new JournalEntry(
                    account,
                    kind + "#" + subject + "#2nd",
                    kind,
                    Legs.NONE.and(from, -amount).and(to, amount),
                    subject,
                    "again",
                    null,
                    null,
                    at);
        }
    }

    private static Line line(AccountId account, Kind kind, String subject, Instant at) {
        return new Line(account, kind, subject, at);
    }

    private static void book(InMemoryStudio studio, JournalEntry entry, Change change) {
        if (!studio.books.hasWritten(entry.account(), entry.key())) {
            studio.books.book(new Movement(entry, List.of(change), List.of(), List.of()));
        }
    }
}
