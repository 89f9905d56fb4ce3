package dev.halftone.core.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner sees it at a moment: what has expired by then counts as expired, whether
 * or not that is booked yet.
 *
 * <p>{@code granted} = {@code available + upcoming + waiting + pending + used + expired + revoked -
 * debt}.
 *
 * @param available what can be spent
 * @param upcoming granted, but to be spent only from later on
 * @param waiting bought, but without room among too many other grants
 * @param purchased which of the granted credits were paid for
 * @param debt taken back after it was spent; the next credits pay it
 * @param frozen whether nothing can be spent until a dispute is over
 * @param nextExpiry which of the available credits expire first
 */
public record BalanceSheet(
        Credits available,
        Credits upcoming,
        Credits waiting,
        Credits pending,
        Credits used,
        Credits purchased,
        Credits granted,
        Credits expired,
        Credits revoked,
        Credits debt,
        boolean frozen,
        @Nullable NextExpiry nextExpiry) {

    /** Credits that end unless they are spent before. */
    public record NextExpiry(Credits credits, Instant at) {}

    public static BalanceSheet of(Account account, Instant now) {
        List<Bucket> upcoming =
                account.buckets().stream()
                        .filter(bucket -> !bucket.isLapsed(now) && bucket.isUpcoming(now))
                        .toList();
        List<Bucket> lapsed =
                account.buckets().stream().filter(bucket -> bucket.isLapsed(now)).toList();
        return new BalanceSheet(
                account.spendable(now),
                Account.total(upcoming),
                account.balance(Balance.WAITING),
                account.pending(),
                account.used(),
                account.balance(Balance.BOUGHT),
                account.granted(),
                account.balance(Balance.EXPIRED).plus(Account.total(lapsed)),
                account.balance(Balance.REVOKED),
                account.debt(),
                account.isFrozen(),
                nextExpiry(account, now));
    }

    private static @Nullable NextExpiry nextExpiry(Account account, Instant now) {
        List<Bucket> ending =
                account.buckets().stream()
                        .filter(bucket -> bucket.isLive(now) && !bucket.remaining().isZero())
                        .filter(bucket -> bucket.expiresAt() != null)
                        .toList();
        return ending.stream()
                .map(bucket -> Objects.requireNonNull(bucket.expiresAt()))
                .min(Comparator.naturalOrder())
                .map(
                        first ->
                                new NextExpiry(
                                        Account.total(
                                                ending.stream()
                                                        .filter(
                                                                bucket ->
                                                                        first.equals(
                                                                                bucket.expiresAt()))
                                                        .toList()),
                                        first))
                .orElse(null);
    }
}
