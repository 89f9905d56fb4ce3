package dev.halftone.testing.history;

import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.BucketHistory;
import dev.halftone.core.ledger.BucketNote;
import dev.halftone.core.ledger.Decision;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.GrantState;
import dev.halftone.core.ledger.Movement;
import dev.halftone.core.ledger.TransferId;
import dev.halftone.core.ledger.TransferState;
import dev.halftone.testing.history.Sequential.Step;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One account and what is written about it; a value, without the buckets that are empty: such a one
 * is removed by whoever opens another and has seen it empty, and means nothing until then.
 */
record LedgerState(
        Account account,
        Map<GrantId, GrantState> grants,
        Map<TransferId, TransferState> transfers,
        Map<GrantId, BucketHistory> histories,
        Set<FreezeCause> causes) {

    LedgerState {
        account = withoutEmptyBuckets(account);
        grants = Map.copyOf(grants);
        transfers = Map.copyOf(transfers);
        histories = Map.copyOf(histories);
        causes = Set.copyOf(causes);
    }

    private static Account withoutEmptyBuckets(Account account) {
        return new Account(
                account.id(),
                account.balances(),
                account.buckets().stream().filter(bucket -> !bucket.remaining().isZero()).toList(),
                account.waiting(),
                account.freezes(),
                account.entries());
    }

    /**
     * What a reader may rely on: not since when there is a bucket that several grants share, for
     * that depends on whether it was removed between two of them.
     */
    static Account observed(Account account) {
        Account held = withoutEmptyBuckets(account);
        return new Account(
                held.id(),
                held.balances(),
                held.buckets().stream().map(LedgerState::withoutBeginning).toList(),
                held.waiting(),
                held.freezes(),
                held.entries());
    }

    private static Bucket withoutBeginning(Bucket bucket) {
        return new Bucket(
                bucket.grant(),
                bucket.remaining(),
                bucket.source(),
                bucket.priority(),
                Instant.EPOCH,
                bucket.expiresAt(),
                bucket.extension(),
                Instant.EPOCH);
    }

    static LedgerState empty(Account account) {
        return new LedgerState(account, Map.of(), Map.of(), Map.of(), Set.of());
    }

    BucketHistory history(GrantId bucket) {
        return histories.getOrDefault(bucket, BucketHistory.NONE);
    }

    /** After the movement, or empty if the account refuses it. */
    Optional<LedgerState> after(Movement movement) {
        return account.after(movement).map(moved -> noting(moved, movement));
    }

    private LedgerState noting(Account moved, Movement movement) {
        Map<GrantId, BucketHistory> noted = new HashMap<>(histories);
        for (BucketNote note : movement.notes()) {
            BucketHistory before = noted.getOrDefault(note.bucket(), BucketHistory.NONE);
            switch (note) {
                case BucketNote.Due _ -> {}
                case BucketNote.Booked booked ->
                        noted.put(
                                note.bucket(),
                                new BucketHistory(
                                        before.expiries() + 1,
                                        before.expired().plus(booked.expired())));
                case BucketNote.TakenBack back ->
                        noted.put(
                                note.bucket(),
                                new BucketHistory(
                                        before.expiries(), before.expired().minus(back.expired())));
            }
        }
        return new LedgerState(moved, grants, transfers, noted, causes);
    }

    /** What a decision that was just made comes to. */
    Step<LedgerState> decided(Decision<?> decision) {
        return switch (decision) {
            case Decision.Answer<?> answer -> new Step<>(this, answer.outcome());
            case Decision.Book<?> book ->
                    new Step<>(after(book.movement()).orElseThrow(), book.outcome());
        };
    }

    LedgerState with(GrantState grant) {
        Map<GrantId, GrantState> more = new HashMap<>(grants);
        more.put(grant.grant().id(), grant);
        return new LedgerState(account, more, transfers, histories, causes);
    }

    LedgerState with(TransferState transfer) {
        Map<TransferId, TransferState> more = new HashMap<>(transfers);
        more.put(transfer.transfer().id(), transfer);
        return new LedgerState(account, grants, more, histories, causes);
    }

    LedgerState with(FreezeCause cause) {
        Set<FreezeCause> more = new HashSet<>(causes);
        more.add(cause);
        return new LedgerState(account, grants, transfers, histories, more);
    }
}
