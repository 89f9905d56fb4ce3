package dev.halftone.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Protects: a session ends of idleness and of age, and only its exact token opens it. */
class SessionTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final UserId USER = new UserId("usr_" + "0".repeat(32));
    private static final AccountId ACCOUNT = new AccountId("acc_" + "1".repeat(32));

    private final SessionToken token = SessionToken.fresh(USER, count -> filled(count, 7));
    private final Session session = Session.open(token, ACCOUNT, NOW);

    @Test
    void endsAfterSevenIdleDays() {
        Instant end = NOW.plus(Duration.ofDays(7));

        assertThat(session.isLive(end.minusMillis(1))).isTrue();
        assertThat(session.isLive(end)).isFalse();
    }

    @Test
    void endsAfterThirtyDaysHoweverBusy() {
        Session busy = session;
        for (int day = 1; day <= 30; day++) {
            busy = busy.extended(NOW.plus(Duration.ofDays(day)));
        }

        assertThat(busy.isLive(NOW.plus(Duration.ofDays(30)).minusMillis(1))).isTrue();
        assertThat(busy.isLive(NOW.plus(Duration.ofDays(30)))).isFalse();
    }

    @Test
    void isExtendedAtMostOnceADay() {
        assertThat(session.wantsExtension(NOW.plus(Duration.ofHours(23)))).isFalse();
        assertThat(session.wantsExtension(NOW.plus(Duration.ofHours(25)))).isTrue();
    }

    @Test
    void storesNothingThatSignsAnybodyIn() {
        assertThat(session.toString()).doesNotContain(token.secret());
        assertThat(token.toString()).doesNotContain(token.secret());
        assertThat(session.tokenHash()).isEqualTo(token.hash()).hasSize(64);
    }

    // Whoever reads a list of sessions over somebody's shoulder must not come nearer to one.
    @Test
    void itsPublicIdIsNeitherItsSecretNorItsHash() {
        assertThat(session.id()).matches("ses_[0-9a-f]{32}");
        assertThat(session.tokenHash()).doesNotContain(session.id().substring(4));
        assertThat(session.id()).isEqualTo(session.extended(NOW.plusSeconds(1)).id());
    }

    @Test
    void anotherTokenMakesASignInNeitherYoungerNorFresher() {
        SessionToken next = SessionToken.fresh(USER, count -> filled(count, 8));
        Session rotated = session.under(next, NOW.plus(Duration.ofMinutes(11)));

        assertThat(rotated.isFresh(NOW.plus(Duration.ofMinutes(11)))).isFalse();
        assertThat(rotated.isLive(NOW.plus(Duration.ofDays(7)))).isFalse();
        assertThat(rotated.tokenHash()).isEqualTo(next.hash());
    }

    @Test
    void readsBackItsOwnCookie() {
        assertThat(SessionToken.parse(token.cookieValue())).contains(token);
    }

    static Stream<String> forgeries() {
        String secret = "A".repeat(43);
        return Stream.of(
                "",
                ".",
                secret,
                "usr_0." + secret,
                USER.value(),
                USER.value() + ".",
                USER.value() + "." + secret + "A",
                USER.value() + "." + secret.substring(1) + "=",
                "acc_" + "0".repeat(32) + "." + secret);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void takesNothingElseForAToken(String cookie) {
        assertThat(SessionToken.parse(cookie)).isEmpty();
    }

    private static byte[] filled(int count, int value) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
