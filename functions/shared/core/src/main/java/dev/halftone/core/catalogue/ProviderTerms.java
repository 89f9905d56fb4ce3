package dev.halftone.core.catalogue;

import java.net.URI;
import java.time.LocalDate;
import java.time.Period;
import java.time.chrono.ChronoLocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's own terms ask of us and promise, as somebody read them on a certain day.
 *
 * @param training whether it may train models on what it is sent
 * @param tier which of its plans we use
 * @param minimumAge in years, of the people whose prompts it takes
 * @param url where its terms are
 * @param verified when somebody last compared this with them
 * @param obligation what else they ask of us, in a sentence for people; {@code null} if nothing
 * @param refusals what it asks of us for what its own rules refuse; of the person nothing is asked
 */
public record ProviderTerms(
        Training training,
        Tier tier,
        int minimumAge,
        URI url,
        LocalDate verified,
        @Nullable String obligation,
        Refusals refusals) {

    /** Terms change a few times a year; after that long nobody should rely on them unread. */
    public static final Period VALIDITY = Period.ofMonths(6);

    /** Whether inputs and results may be used to train models. */
    public enum Training {
        /** It says that it does not. */
        NEVER,
        /** It may. */
        ALLOWED,
        /** It does not say. */
        UNKNOWN
    }

    /**
     * What a provider asks of us for work that its safety rules end.
     *
     * @param prompt what was asked for is refused, and nothing was made
     * @param result what was made is refused
     */
    public record Refusals(Billing prompt, Billing result) {

        public static final Refusals UNKNOWN = new Refusals(Billing.UNKNOWN, Billing.UNKNOWN);
    }

    /** How much of its price. */
    public enum Billing {
        NOTHING,
        /** As much as for a result that is delivered. */
        FULL,
        /** It does not say. */
        UNKNOWN
    }

    /** One that says nothing of refusals. */
    public ProviderTerms(
            Training training,
            Tier tier,
            int minimumAge,
            URI url,
            LocalDate verified,
            @Nullable String obligation) {
        this(training, tier, minimumAge, url, verified, obligation, Refusals.UNKNOWN);
    }

    /** Which plan. */
    public enum Tier {
        /** Paid: companies tend to promise more to those who pay. */
        PAID,
        /** With a contract on the processing of personal data. */
        CONTRACT,
        FREE
    }

    public ProviderTerms {
        if (!"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("Terms are read over https");
        }
        if (minimumAge < 0) {
            throw new IllegalArgumentException("Nobody is younger than 0");
        }
    }

    /** Whether they should be read again before anybody relies on them. */
    public boolean isStale(ChronoLocalDate today) {
        return today.isAfter(verified.plus(VALIDITY));
    }
}
