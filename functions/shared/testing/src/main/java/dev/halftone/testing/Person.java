package dev.halftone.testing;

import dev.halftone.core.Entropy;
import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.Price;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Expiry;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantSource;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/**
 * A person that no other test knows, so that contracts can run over and over on one store.
 *
 * @param now when everything about the person happens
 */
public record Person(UserId user, AccountId account, Instant now) {

    public static Person fresh() {
        SecureRandom random = new SecureRandom();
        Entropy entropy =
                count -> {
                    byte[] bytes = new byte[count];
                    random.nextBytes(bytes);
                    return bytes;
                };
        return new Person(UserId.fresh(entropy), AccountId.fresh(entropy), Samples.NOW);
    }

    /** The same person at another time. */
    public Person at(Instant moment) {
        return new Person(user, account, moment);
    }

    public Grant welcome(long credits) {
        return new Grant(
                account,
                BusinessKey.welcome(account),
                GrantSource.WELCOME,
                new Credits(credits),
                now);
    }

    public Grant gift(int number, long credits) {
        return new Grant(
                account,
                new BusinessKey("gift:" + account + ":" + number),
                GrantSource.WELCOME,
                new Credits(credits),
                now.plusSeconds(number));
    }

    /** Credits that were paid for, without expiry. */
    public Grant purchase(int number, long credits) {
        return Grant.bought(
                account,
                new BusinessKey("order:" + account + ":" + number),
                GrantSource.PURCHASE,
                new Credits(credits),
                new Cost(499, "EUR"),
                now.plusSeconds(number));
    }

    /** Credits of one period of a subscription, which its checkout said would end. */
    public Grant period(int number, long credits, Instant end) {
        return Grant.bought(
                        account,
                        new BusinessKey("invoice:" + account + ":" + number),
                        GrantSource.SUBSCRIPTION,
                        new Credits(credits),
                        new Cost(999, "USD"),
                        now.plusSeconds(number))
                .expiring(Expiry.shownIn("cs_" + number, end));
    }

    public Grant reward(int number, long credits, Instant end) {
        return new Grant(
                        account,
                        new BusinessKey("reward:" + account + ":" + number),
                        GrantSource.REWARD,
                        new Credits(credits),
                        now.plusSeconds(number))
                .expiring(Expiry.at(end));
    }

    /** A gift that ends. */
    public Grant promotion(int number, long credits, Instant end) {
        return new Grant(
                        account,
                        new BusinessKey("promotion:" + account + ":" + number),
                        GrantSource.OPERATOR,
                        new Credits(credits),
                        now.plusSeconds(number))
                .expiring(Expiry.at(end));
    }

    /** A generation that costs {@code credits}; the same number is the same generation. */
    public Generation generation(int number, long credits) {
        return generation(
                number,
                credits,
                new GenerationRequest(
                        Samples.MODEL,
                        "Picture number " + number,
                        new AspectRatio(16, 9),
                        Resolution.ONE_K,
                        null));
    }

    /** The same of another request. */
    Generation generation(int number, long credits, GenerationRequest request) {
        Instant at = now.plusSeconds(number);
        return new Generation(
                GenerationId.derive(Samples.signingKey(), user, key(number)),
                user,
                account,
                request,
                new Price(new Credits(credits), Samples.PRICE_VERSION),
                at,
                at.plus(Duration.ofMinutes(10)),
                Samples.traceId(number),
                Samples.assignment("fal", false),
                Samples.COSTS);
    }

    /** The same, but made by its provider in one call. */
    public Generation direct(int number, long credits) {
        Generation picture = generation(number, credits);
        return new Generation(
                picture.id(),
                user,
                account,
                Samples.directRequest(),
                picture.price(),
                picture.createdAt(),
                picture.deadline(),
                picture.trace(),
                Samples.assignment("openai", true),
                Samples.COSTS);
    }

    /** The same, but of four seconds of film. */
    public Generation film(int number, long credits) {
        Generation picture = generation(number, credits);
        return new Generation(
                picture.id(),
                user,
                account,
                Samples.videoRequest(),
                picture.price(),
                picture.createdAt(),
                picture.deadline(),
                picture.trace(),
                picture.assignment(),
                picture.costs());
    }

    static IdempotencyKey key(int number) {
        return new IdempotencyKey("request-%06d".formatted(number));
    }
}
