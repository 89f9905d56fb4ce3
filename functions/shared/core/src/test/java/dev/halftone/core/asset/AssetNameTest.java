package dev.halftone.core.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// Protects whoever reads a list of uploads, or downloads one, from what others call their files.
final class AssetNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    holiday.jpg                 | holiday.jpg
                    ../../etc/passwd            | passwd
                    C:\\fakepath\\shoe.png      | shoe.png
                    <img onerror=alert(1)>.png  | img onerror=alert(1).png
                    Café à la plage.webp        | Café à la plage.webp
                    ...                         | upload
                    /                           | upload
                    """)
    void keepsTheNameAndNothingThatActs(String given, String kept) {
        assertThat(AssetName.of(given).value()).isEqualTo(kept);
    }

    /** Controls, and what turns the direction of the text that follows. */
    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: x.png", "a\u0000.png", "photo\u202Egpj.exe"})
    void dropsWhatIsNotSeen(String given) {
        assertThat(AssetName.of(given).value()).doesNotMatch("(?s).*[\\p{Cc}\\p{Cf}].*");
    }

    @Test
    void isBounded() {
        String name = AssetName.of("\uD83D\uDE00".repeat(10_000)).value();

        assertThat(name.codePointCount(0, name.length())).isEqualTo(AssetName.CODE_POINTS_MAX);
    }

    @Test
    void isNotMadeOfAnythingElse() {
        assertThatThrownBy(() -> new AssetName("a/b")).isInstanceOf(IllegalArgumentException.class);
    }
}
