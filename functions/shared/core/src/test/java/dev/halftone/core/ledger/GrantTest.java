package dev.halftone.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: what was paid for lasts, unless the buyer was told otherwise before paying. */
class GrantTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(30));
    private static final AccountId ACCOUNT = new AccountId("acc_" + "1".repeat(32));
    private static final BusinessKey KEY = new BusinessKey("order:1");
    private static final Credits CREDITS = new Credits(400);
    private static final Cost COST = new Cost(499, "EUR");

    @ParameterizedTest
    @EnumSource
    void neverExpiresUnlessItIsSaid(GrantSource source) {
        assertThat(grant(source).bucket().expiresAt()).isNull();
        assertThat(grant(source).bucket().isLapsed(Instant.MAX)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"PURCHASE", "SUBSCRIPTION"})
    void expiresWhenBoughtOnlyAsTheCheckoutShowed(GrantSource source) {
        Grant bought = grant(source);

        assertThatThrownBy(() -> bought.expiring(Expiry.at(END)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(bought.expiring(Expiry.shownIn("cs_1", END)).bucket().expiresAt())
                .isEqualTo(END);
    }

    @ParameterizedTest
    @EnumSource(names = {"WELCOME", "REWARD", "OPERATOR"})
    void hasNoCostWhenItWasGiven(GrantSource source) {
        assertThatThrownBy(() -> Grant.bought(ACCOUNT, KEY, source, CREDITS, COST, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void burnsGivenCreditsBeforeBoughtOnes() {
        assertThat(GrantSource.values())
                .isSortedAccordingTo(Comparator.comparingInt(GrantSource::priority));
        assertThat(GrantSource.values())
                .filteredOn(source -> source != GrantSource.RESTORED)
                .isSortedAccordingTo(Comparator.comparing(GrantSource::isBought));
    }

    // What comes back had been bought before it was taken.
    @Test
    void burnsWhatWasGivenBackLikeWhatWasBought() {
        assertThat(GrantSource.RESTORED.priority()).isEqualTo(GrantSource.PURCHASE.priority());
    }

    @Test
    void sharesABucketOnlyWithRewardsThatBurnAndEndWithIt() {
        Grant reward = grant(GrantSource.REWARD).expiring(Expiry.at(END));
        GrantId bucket = reward.bucket().grant();

        assertThat(otherReward(Duration.ofHours(1))).isEqualTo(bucket);
        assertThat(otherReward(Duration.ofDays(40))).isNotEqualTo(bucket);
        assertThat(reward.burning(3).bucket().grant()).isNotEqualTo(bucket);
        assertThat(reward.effective(NOW.plusSeconds(1)).bucket().grant()).isEqualTo(reward.id());
        assertThat(grant(GrantSource.OPERATOR).bucket().grant()).isEqualTo(GrantId.derive(KEY));
    }

    /** A shared bucket outlives each of its rewards, so nobody loses a day by sharing. */
    @Test
    void livesInASharedBucketAtLeastAsLongAsPromised() {
        for (int days = 1; days < 400; days++) {
            Instant end = NOW.plus(Duration.ofDays(days));
            Grant reward = grant(GrantSource.REWARD).expiring(Expiry.at(end));
            assertThat(reward.bucket().expiresAt()).isBetween(end, end.plus(Duration.ofDays(31)));
        }
    }

    @Test
    void burnsInOneOfAHundredAndOneOrders() {
        Grant grant = grant(GrantSource.WELCOME);

        assertThat(grant.burning(0).priority()).isZero();
        assertThat(grant.burning(100).priority()).isEqualTo(100);
        assertThatThrownBy(() -> grant.burning(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> grant.burning(101)).isInstanceOf(IllegalArgumentException.class);
    }

    private static GrantId otherReward(Duration later) {
        return new Grant(
                        ACCOUNT,
                        new BusinessKey("reward:2"),
                        GrantSource.REWARD,
                        CREDITS,
                        NOW.plus(later))
                .expiring(Expiry.at(END.plus(later)))
                .bucket()
                .grant();
    }

    private static Grant grant(GrantSource source) {
        return source.isBought()
                ? Grant.bought(ACCOUNT, KEY, source, CREDITS, COST, NOW)
                : new Grant(ACCOUNT, KEY, source, CREDITS, NOW);
    }
}
