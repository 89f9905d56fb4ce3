package dev.halftone.core.ledger;

import dev.halftone.core.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Credits given or sold to an account, for one business reason, once.
 *
 * <p>What was bought says what was paid, and expires only if the checkout said so before.
 *
 * @param priority lower burns first
 * @param effectiveAt from when on they can be spent
 */
public record Grant(
        AccountId account,
        BusinessKey key,
        GrantSource source,
        Credits amount,
        int priority,
        Instant effectiveAt,
        @Nullable Expiry expiry,
        @Nullable Cost cost,
        Instant at) {

    private static final int PRIORITY_MAX = 100;

    public Grant {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        effectiveAt = effectiveAt.truncatedTo(ChronoUnit.MILLIS);
        if (amount.isZero()) {
            throw new IllegalArgumentException("A grant gives at least one credit");
        }
        if (priority < 0 || priority > PRIORITY_MAX) {
            throw new IllegalArgumentException("A priority is 0 to 100");
        }
        if (source.isBought() != (cost != null)) {
            throw new IllegalArgumentException("A cost belongs to what was bought, and only to it");
        }
        if (expiry != null && !expiry.at().isAfter(effectiveAt)) {
            throw new IllegalArgumentException("Credits expire after they become effective");
        }
        if (expiry != null && source.isBought() && expiry.shownIn() == null) {
            throw new IllegalArgumentException("What was bought expires only as the checkout said");
        }
    }

    /** Credits given for nothing, without expiry. */
    public Grant(
            AccountId account, BusinessKey key, GrantSource source, Credits amount, Instant at) {
        this(account, key, source, amount, source.priority(), at, null, null, at);
    }

    /** Credits sold, without expiry. */
    public static Grant bought(
            AccountId account,
            BusinessKey key,
            GrantSource source,
            Credits amount,
            Cost cost,
            Instant at) {
        return new Grant(account, key, source, amount, source.priority(), at, null, cost, at);
    }

    public Grant expiring(Expiry end) {
        return new Grant(account, key, source, amount, priority, effectiveAt, end, cost, at);
    }

    public Grant effective(Instant from) {
        return new Grant(account, key, source, amount, priority, from, expiry, cost, at);
    }

    public Grant burning(int order) {
        return new Grant(account, key, source, amount, order, effectiveAt, expiry, cost, at);
    }

    public GrantId id() {
        return GrantId.derive(key);
    }

    /**
     * What the grant leaves on the account. Rewards are many and small: those that expire in the
     * same month share one bucket, which lives until the month ends.
     */
    public Bucket bucket() {
        Instant end = end();
        return new Bucket(
                shares() ? GrantId.shared(source, priority, end) : id(),
                amount,
                source,
                priority,
                effectiveAt,
                end,
                Duration.ZERO,
                at);
    }

    private boolean shares() {
        return source == GrantSource.REWARD && !effectiveAt.isAfter(at);
    }

    private @Nullable Instant end() {
        if (expiry == null || !shares()) {
            return expiry == null ? null : expiry.at();
        }
        YearMonth month = YearMonth.from(expiry.at().minusMillis(1).atZone(ZoneOffset.UTC));
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
