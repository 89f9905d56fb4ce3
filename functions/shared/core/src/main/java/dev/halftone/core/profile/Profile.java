package dev.halftone.core.profile;

import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.catalogue.PromptRules;
import dev.halftone.core.generation.LateResults;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.payment.PaymentTerms;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The configuration that makes one build one operator's service.
 *
 * @param minimumAge in years, declared by every user before the first use
 * @param policyVersion the version of the privacy policy that users accept
 * @param addressLife how long the full address of a sign-in can be read, whole days from none to 90
 * @param welcomeCredits given once, at the first acceptance
 * @param batchRowsAtOnce how many rows of all batches of one person are made at the same time
 * @param lateResults what becomes of a result that comes after its credits went back
 * @param storage how much one person may keep, uploads and results together
 * @param suggestions what people are offered to refine an order by
 * @param plans how much people may have made
 * @param promptRules what may not be asked for; {@code null} if the operator says that nobody
 *     judges
 * @param signIn how people say who they are
 * @param payments what is sold, and who takes the money
 */
public record Profile(
        String name,
        Brand brand,
        int minimumAge,
        String policyVersion,
        Duration addressLife,
        Credits welcomeCredits,
        int batchRowsAtOnce,
        LateResults lateResults,
        StorageQuota storage,
        Suggestions suggestions,
        Plans plans,
        @Nullable PromptRules promptRules,
        SignInWays signIn,
        PaymentTerms payments,
        Catalogue catalogue) {

    // Below this no published policy and no provider's terms allow an account.
    private static final int AGE_FLOOR = 13;

    // Each is begun within one call of a function.
    private static final int BATCH_ROWS_AT_ONCE_MAX = 20;

    // Longer than any session lives, and than anybody looks for who was at an account.
    private static final Duration ADDRESS_LIFE_MAX = Duration.ofDays(90);

    /** How the service introduces itself. */
    public record Brand(String name, String tagline) {}

    public Profile {
        if (minimumAge < AGE_FLOOR) {
            throw new IllegalArgumentException("The minimum age is at least 13");
        }
        if (batchRowsAtOnce < 1 || batchRowsAtOnce > BATCH_ROWS_AT_ONCE_MAX) {
            throw new IllegalArgumentException("1 to 20 rows of a batch are made at once");
        }
        if (addressLife.isNegative() || addressLife.compareTo(ADDRESS_LIFE_MAX) > 0) {
            throw new IllegalArgumentException("An address is kept for 0 to 90 days");
        }
        if (policyVersion.isBlank()) {
            throw new IllegalArgumentException("A policy has a version");
        }
    }
}
