package dev.halftone.testing.simulation;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.BalanceSheet;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.GrantState;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.ledger.TransferId;
import dev.halftone.testing.Conservation;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The promises about credits, checked line by line and account by account. */
final class LedgerRules {

    private static final List<Balance> BALANCES = List.of(Balance.values());

    private final Asked asked;
    private final Ledger ledger;
    private final PurchaseRules purchases;
    private final Tally tally;
    private final Map<AccountId, Book> books = new LinkedHashMap<>();
    private final Map<GenerationId, Transfer> transfers = new HashMap<>();
    private final Map<GrantId, Long> granted = new HashMap<>();
    private final Map<GrantId, Long> revoked = new HashMap<>();
    private final Map<String, Long> expired = new HashMap<>();

    LedgerRules(Asked asked, Ledger ledger, PurchaseRules purchases, Tally tally) {
        this.asked = asked;
        this.ledger = ledger;
        this.purchases = purchases;
        this.tally = tally;
    }

    /** What was written about one account, and the account as it was seen last. */
    private static final class Book {

        private final Map<Balance, Long> fold = new EnumMap<>(Balance.class);
        private final Set<String> keys = new HashSet<>();
        private Account seen;

        private Book(AccountId id) {
            this.seen = Account.empty(id);
        }

        private long sum() {
            return fold.values().stream().reduce(0L, Math::addExact);
        }
    }

    /** How a transfer went, as its lines say. */
    private static final class Transfer {

        private final long pending;
        private long posted;
        private boolean voided;
        private long refunded;

        private Transfer(long pending) {
            this.pending = pending;
        }

        private boolean isOpen() {
            return posted == 0 && !voided;
        }
    }

    void open(AccountId account) {
        books.put(account, new Book(account));
    }

    boolean isOpen(GenerationId id) {
        Transfer transfer = transfers.get(id);
        return transfer != null && transfer.isOpen();
    }

    boolean isVoided(GenerationId id) {
        Transfer transfer = transfers.get(id);
        return transfer != null && transfer.voided;
    }

    /** What was charged; zero if nothing was. */
    long posted(GenerationId id) {
        Transfer transfer = transfers.get(id);
        return transfer == null ? 0 : transfer.posted;
    }

    /** A line is being written. */
    void line(JournalEntry entry) {
        tally.saw(entry.kind());
        Book book = known(books.get(entry.account()), "a line for an account of nobody", entry);
        require(book.keys.add(entry.key()), "written twice", entry);
        entry.legs()
                .amounts()
                .forEach((balance, amount) -> book.fold.merge(balance, amount, Math::addExact));
        require(book.sum() == 0, "lines do not add up", entry);
        switch (entry.kind()) {
            case GRANT -> granted(entry);
            case PENDING -> pending(entry, book);
            case POST, VOID -> ends(entry);
            case REFUND -> refunded(entry);
            case EXPIRE -> expired(entry);
            case REVOKE -> revoked(entry);
            case FREEZE ->
                    require(
                            asked.freezes.containsKey(new FreezeCause(entry.reason())),
                            "froze for no reason",
                            entry);
            case THAW ->
                    require(
                            asked.thaws.contains(new FreezeCause(entry.reason())),
                            "thawed for no reason",
                            entry);
            case ADMIT ->
                    require(
                            entry.legs().amount(Balance.AVAILABLE)
                                    == -entry.legs().amount(Balance.WAITING),
                            "admitted something else",
                            entry);
        }
    }

    private void granted(JournalEntry entry) {
        GrantId id = new GrantId(subjectOf(entry));
        purchases.granted(id, entry);
        if (entry.legs().amount(Balance.DEBT) > 0) {
            tally.saw(Sight.DEBT_PAID_BY_A_GRANT);
        }
        if (purchases.isReturn(id)) {
            return;
        }
        Grant grant = known(asked.grants.get(id), "a grant that nobody asked for", entry);
        long amount = entry.credits();
        require(grant.account().equals(entry.account()), "granted to another", entry);
        require(granted.put(id, amount) == null, "granted twice", entry);
        require(amount == grant.amount().amount(), "granted something else", entry);
    }

    private void pending(JournalEntry entry, Book book) {
        GenerationId id = new GenerationId(text(entry));
        Asked.Order order = known(asked.orders.get(id), "pending for nobody", entry);
        long amount = entry.legs().amount(Balance.PENDING);
        require(order.account().equals(entry.account()), "pending for nobody", entry);
        require(amount == order.price(), "pending at another price", entry);
        require(transfers.put(id, new Transfer(amount)) == null, "pending twice", entry);
        require(book.seen.freezes().isEmpty(), "spent while frozen", entry);
        require(book.seen.debt().isZero(), "spent while in debt", entry);
    }

    private Transfer transfer(JournalEntry entry) {
        return known(transfers.get(new GenerationId(text(entry))), "ends what never began", entry);
    }

    private void ends(JournalEntry entry) {
        Transfer transfer = transfer(entry);
        require(transfer.isOpen(), "ends twice", entry);
        transfer.posted = entry.legs().amount(Balance.USED);
        transfer.voided = entry.kind() == JournalEntry.Kind.VOID;
        require(
                entry.legs().amount(Balance.PENDING) == -transfer.pending,
                "ends another amount",
                entry);
        require(transfer.posted <= transfer.pending, "charged more than pending", entry);
        if (entry.legs().amount(Balance.DEBT) > 0) {
            tally.saw(Sight.DEBT_PAID_BY_A_RETURN);
        }
    }

    private void refunded(JournalEntry entry) {
        Transfer transfer = transfer(entry);
        long amount = entry.credits();
        require(transfer.refunded == 0, "refunded twice", entry);
        require(amount <= transfer.posted, "refunded more than charged", entry);
        require(
                amount <= asked.refunds.getOrDefault(new TransferId(text(entry)), 0L),
                "refunded more than asked",
                entry);
        transfer.refunded = amount;
    }

    private void expired(JournalEntry entry) {
        String bucket = entry.account() + subjectOf(entry);
        long sum = expired.merge(bucket, -entry.credits(), Long::sum);
        long most =
                asked.grants.values().stream()
                        .filter(grant -> grant.account().equals(entry.account()))
                        .filter(grant -> grant.bucket().grant().value().equals(subjectOf(entry)))
                        .mapToLong(grant -> grant.amount().amount())
                        .sum();
        require(sum <= most, "expired more than was granted", entry);
    }

    private void revoked(JournalEntry entry) {
        GrantId id = new GrantId(subjectOf(entry));
        purchases.revoked(id, entry);
        long sum = revoked.merge(id, -entry.credits(), Long::sum);
        require(
                purchases.isOfPayment(id) || sum <= asked.revocations.getOrDefault(id, 0L),
                "revoked more than asked",
                entry);
        if (entry.legs().amount(Balance.EXPIRED) < 0) {
            tally.saw(Sight.EXPIRED_CREDITS_REVOKED);
        }
    }

    /** Holds of every account at any moment. */
    void check(Instant now) {
        for (Map.Entry<AccountId, Book> entry : books.entrySet()) {
            Account account = ledger.account(entry.getKey()).orElse(entry.getValue().seen);
            if (!account.equals(entry.getValue().seen)) {
                check(account, entry.getValue(), now);
                entry.getValue().seen = account;
            }
        }
    }

    private void check(Account account, Book book, Instant now) {
        Conservation.check(account);
        Conservation.check(BalanceSheet.of(account, now));
        for (Balance balance : BALANCES) {
            require(
                    account.balances().amount(balance) == book.fold.getOrDefault(balance, 0L),
                    balance.label() + " is not the sum of its lines",
                    account);
        }
        require(account.entries() == book.keys.size(), "a line too many or too few", account);
        if (account.buckets().stream().anyMatch(bucket -> !bucket.extension().isZero())) {
            tally.saw(Sight.GRACE_GIVEN);
        }
    }

    /** Holds once nothing is on its way any more. */
    void checkInTheEnd() {
        for (AccountId account : books.keySet()) {
            Conservation.audit(ledger, account);
            require(
                    ledger.account(account)
                            .orElseGet(() -> Account.empty(account))
                            .pending()
                            .isZero(),
                    "pending for ever",
                    account);
        }
        transfers.forEach((id, transfer) -> require(!transfer.isOpen(), "never ended", id));
        for (GrantId id : asked.granted) {
            require(granted.containsKey(id), "confirmed, but never granted", id);
        }
        asked.revoked.forEach(
                (id, target) -> {
                    AccountId account =
                            known(asked.grants.get(id), "revoked of nothing", id).account();
                    long taken =
                            ledger.grant(account, id)
                                    .map(GrantState::revoked)
                                    .map(Credits::amount)
                                    .orElse(0L);
                    require(taken == revoked.getOrDefault(id, 0L), "revoked unseen", id);
                    require(taken >= target, "confirmed, but never revoked", id);
                });
        for (FreezeCause cause : asked.frozen) {
            boolean frozen =
                    ledger.account(known(asked.freezes.get(cause), "frozen for no reason", cause))
                            .orElseThrow()
                            .freezes()
                            .contains(cause);
            require(frozen || asked.thaws.contains(cause), "confirmed, but never frozen", cause);
        }
        for (TransferId id : asked.refunded) {
            Transfer transfer = transfers.get(new GenerationId(id.value()));
            require(transfer != null && transfer.refunded > 0, "confirmed, but never refunded", id);
        }
    }

    /** What is over is booked, whether or not anybody knows that it is due. */
    void checkNothingLapsed(AccountId id, Instant now) {
        Account account = ledger.account(id).orElseGet(() -> Account.empty(id));
        require(
                account.buckets().stream()
                        .noneMatch(bucket -> bucket.isLapsed(now) && !bucket.remaining().isZero()),
                "never expired",
                account);
    }

    /** The grant or bucket that a line's key names. */
    private static String subjectOf(JournalEntry entry) {
        return entry.key().split("#", 3)[1];
    }

    private static String text(JournalEntry entry) {
        return known(entry.subject(), "of no generation", entry);
    }

    /** The words are put together only if it does not hold: it is asked a million times. */
    static void require(boolean holds, String otherwise, @Nullable Object what) {
        if (!holds) {
            throw new AssertionError(otherwise + ": " + what);
        }
    }

    static <T> T known(@Nullable T value, String otherwise, @Nullable Object what) {
        if (value == null) {
            throw new AssertionError(otherwise + ": " + what);
        }
        return value;
    }
}
