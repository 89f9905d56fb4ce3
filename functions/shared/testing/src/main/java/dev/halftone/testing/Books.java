package dev.halftone.testing;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.BucketHistory;
import dev.halftone.core.ledger.BucketNote;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Decision;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.GrantState;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Movement;
import dev.halftone.core.ledger.TransferId;
import dev.halftone.core.ledger.TransferState;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The accounts with everything that is written about them; guarded by its owner. */
final class Books {

    final Map<GrantId, GrantState> grants = new HashMap<>();
    final Map<TransferId, TransferState> transfers = new HashMap<>();
    final Map<BucketKey, Instant> due = new HashMap<>();
    private final Map<BucketKey, BucketHistory> histories = new HashMap<>();
    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final Map<AccountId, NavigableMap<String, JournalEntry>> journals = new HashMap<>();
    private final Map<AccountId, Set<String>> written = new HashMap<>();

    private final UnaryOperator<Movement> bend;
    private final Consumer<JournalEntry> witness;

    Books(UnaryOperator<Movement> bend, Consumer<JournalEntry> witness) {
        this.bend = bend;
        this.witness = witness;
    }

    /** A bucket; rewards of different accounts have the same name. */
    record BucketKey(AccountId account, GrantId bucket) {}

    boolean knows(AccountId id) {
        return accounts.containsKey(id);
    }

    Account account(AccountId id) {
        Account known = accounts.get(id);
        return known == null ? Account.empty(id) : known;
    }

    void put(Account account) {
        accounts.put(account.id(), account);
    }

    NavigableMap<String, JournalEntry> journal(AccountId account) {
        return journals.computeIfAbsent(account, _ -> new TreeMap<>());
    }

    boolean hasWritten(AccountId account, String key) {
        return written.getOrDefault(account, Set.of()).contains(key);
    }

    BucketHistory history(AccountId account, GrantId bucket) {
        return histories.getOrDefault(new BucketKey(account, bucket), BucketHistory.NONE);
    }

    /** Books a decision that was just made, and says what it came to. */
    <O> O book(Decision<O> decision) {
        return switch (decision) {
            case Decision.Answer<O> answer -> answer.outcome();
            case Decision.Book<O> book -> {
                if (!book(book.movement())) {
                    throw new PermanentFailure("ledger", "a movement refuses what it was made for");
                }
                yield book.outcome();
            }
        };
    }

    /** Whether the account allowed the movement; if not, nothing changed. */
    boolean book(Movement asked) {
        Movement movement = bend.apply(asked);
        AccountId id = movement.account();
        JournalEntry entry = movement.entry();
        if (hasWritten(id, entry.key())) {
            throw new PermanentFailure("ledger", "the entry " + entry.key() + " exists");
        }
        return account(id)
                .after(movement)
                .map(
                        after -> {
                            accounts.put(id, after);
                            written.computeIfAbsent(id, _ -> new HashSet<>()).add(entry.key());
                            journal(id).put(order(entry), entry);
                            movement.notes().forEach(note -> take(id, note));
                            witness.accept(entry);
                            return after;
                        })
                .isPresent();
    }

    static String order(JournalEntry entry) {
        return "%013d#%s".formatted(entry.at().toEpochMilli(), entry.key());
    }

    private void take(AccountId account, BucketNote note) {
        BucketKey key = new BucketKey(account, note.bucket());
        BucketHistory history = histories.getOrDefault(key, BucketHistory.NONE);
        switch (note) {
            case BucketNote.Due dueNote -> due.put(key, dueNote.at());
            case BucketNote.Booked booked -> {
                due.remove(key);
                histories.put(
                        key,
                        new BucketHistory(
                                history.expiries() + 1, history.expired().plus(booked.expired())));
            }
            case BucketNote.TakenBack back -> {
                Credits left = history.expired().minus(back.expired());
                histories.put(key, new BucketHistory(history.expiries(), left));
            }
        }
    }
}
