package dev.halftone.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Protects: a token says what was signed for its purpose, and nothing else. */
class SignedFieldsTest {

    private static final SigningKey KEY =
            SigningKey.ofBase64(Base64.getEncoder().encodeToString(new byte[32]));
    private final SignedFields links = new SignedFields(() -> KEY, "link", 2, 200);

    @Test
    void readsBackItsFields() {
        assertThat(links.read(links.sign("a", "ü"), Function.identity()))
                .contains(List.of("a", "ü"));
    }

    // What one route signs for a person must open nothing at another.
    @Test
    void takesNoTokenOfAnotherPurpose() {
        SignedFields quotes = new SignedFields(() -> KEY, "quote", 2, 200);

        assertThat(quotes.read(links.sign("a", "b"), Function.identity())).isEmpty();
    }

    @Test
    void takesNoOtherNumberOfFields() {
        assertThat(links.read(links.sign("a"), Function.identity())).isEmpty();
        assertThat(links.read(links.sign("a", "b\nc"), Function.identity())).isEmpty();
    }

    @Test
    void takesNothingThatIsTooLong() {
        assertThat(links.read(links.sign("a", "b".repeat(200)), Function.identity())).isEmpty();
    }

    // Signed by an older release, perhaps, when a field meant something else.
    @Test
    void takesNoFieldThatMeansNothing() {
        assertThat(links.read(links.sign("a", "b"), fields -> Integer.valueOf(fields.get(1))))
                .isEmpty();
    }
}
