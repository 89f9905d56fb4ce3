package dev.halftone.function.studio;

import dev.halftone.core.ledger.BalanceSheet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account at a moment: {@code granted} is {@code available}, {@code upcoming}, {@code waiting},
 * {@code pending}, {@code used}, {@code expired} and {@code revoked} without {@code debt}.
 */
record BalanceResource(
        long available,
        long upcoming,
        long waiting,
        long pending,
        long used,
        long purchased,
        long granted,
        long expired,
        long revoked,
        long debt,
        boolean frozen,
        @Nullable NextExpiry nextExpiry,
        PlanResource plan) {

    /** Which credits end first, unless they are spent. */
    record NextExpiry(long credits, Instant at) {}

    static BalanceResource of(BalanceSheet sheet, PlanResource plan) {
        BalanceSheet.NextExpiry next = sheet.nextExpiry();
        return new BalanceResource(
                sheet.available().amount(),
                sheet.upcoming().amount(),
                sheet.waiting().amount(),
                sheet.pending().amount(),
                sheet.used().amount(),
                sheet.purchased().amount(),
                sheet.granted().amount(),
                sheet.expired().amount(),
                sheet.revoked().amount(),
                sheet.debt().amount(),
                sheet.frozen(),
                next == null ? null : new NextExpiry(next.credits().amount(), next.at()),
                plan);
    }
}
