package dev.halftone.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApiTokenSecretTest {
    private static final UserId USER = new UserId("usr_" + "0a".repeat(16));
    // 62 times a character, so that the least and the greatest digit both occur.
    private static final ApiTokenSecret SECRET = ApiTokenSecret.fresh(USER, count -> count(count));

    @Test
    void hasTheFormThatScannersLookFor() {
        assertThat(SECRET.text())
                .matches("halftone_(0a){16}_[0-9A-Za-z]{49}")
                .startsWith("halftone_" + "0a".repeat(16) + "_0123456789ABC");
        assertThat(ApiTokenSecret.parse(SECRET.text())).contains(SECRET);
    }

    @Test
    void onlyItsHashAndItsEndAreForStores() {
        assertThat(SECRET.toString()).doesNotContain(SECRET.secret());
        assertThat(SECRET.hash()).hasSize(64).doesNotContain(SECRET.secret());
        assertThat(SECRET.lastFour()).hasSize(4);
        assertThat(SECRET.text()).endsWith(SECRET.lastFour());
    }

    // A byte above the largest multiple of 62 would make the first characters likelier.
    @Test
    void everyCharacterIsAsLikelyAsEveryOther() {
        ApiTokenSecret drawn =
                ApiTokenSecret.fresh(
                        USER,
                        count -> {
                            byte[] bytes = count(count);
                            Arrays.fill(bytes, 0, 8, (byte) 250);
                            return bytes;
                        });

        assertThat(drawn.secret()).startsWith("89AB");
    }

    static Stream<String> wrong() {
        String text = SECRET.text();
        return Stream.of(
                "",
                text + "0",
                text.substring(1),
                text.substring(0, text.length() - 1),
                text.replace("_0123", "_0132"),
                text.replace("0a0a", "0a0b"),
                text.toLowerCase(java.util.Locale.ROOT),
                " " + text,
                text.replace("halftone_", "halftane_"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void takesNothingElseForAToken(String text) {
        assertThat(ApiTokenSecret.parse(text)).isEmpty();
    }

    private static byte[] count(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
