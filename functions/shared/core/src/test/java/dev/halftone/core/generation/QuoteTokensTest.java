package dev.halftone.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SigningKey;
import dev.halftone.core.account.UserId;
import dev.halftone.core.ledger.Credits;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Protects: a promised price cannot be forged or altered. */
class QuoteTokensTest {

    private static final SigningKey KEY =
            SigningKey.ofBase64(Base64.getEncoder().encodeToString(new byte[32]));

    private final QuoteTokens tokens = new QuoteTokens(() -> KEY);
    private final Quote quote =
            new Quote(
                    new UserId("usr_" + "0".repeat(32)),
                    "a".repeat(64),
                    new Price(new Credits(4), "2026-11-01"),
                    Instant.parse("2026-11-21T10:15:00Z"));

    @Test
    void readsBackWhatItSigned() {
        assertThat(tokens.read(tokens.sign(quote))).contains(quote);
    }

    @Test
    void refusesEverySingleChangedCharacter() {
        String token = tokens.sign(quote);
        for (int at = 0; at < token.length() - 1; at++) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            String forged = token.substring(0, at) + other + token.substring(at + 1);

            assertThat(tokens.read(forged)).as("changed at %d", at).isEmpty();
        }
    }

    @Test
    void refusesAnotherDeploymentsToken() {
        byte[] otherSecret = new byte[32];
        otherSecret[0] = 1;
        SigningKey other = SigningKey.ofBase64(Base64.getEncoder().encodeToString(otherSecret));

        assertThat(tokens.read(new QuoteTokens(() -> other).sign(quote))).isEmpty();
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        assertThat(tokens.read("")).isEmpty();
        assertThat(tokens.read("....")).isEmpty();
        assertThat(tokens.read("ä".repeat(100) + ".x")).isEmpty();
        assertThat(tokens.read("A".repeat(1_000_000) + ".A")).isEmpty();
    }
}
