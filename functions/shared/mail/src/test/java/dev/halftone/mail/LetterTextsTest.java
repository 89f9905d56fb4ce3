package dev.halftone.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.Language;
import dev.halftone.core.mail.Letter;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Goal: every letter says in each language what it must, and nothing that somebody else put in. */
final class LetterTextsTest {

    private static final URI LINK = URI.create("https://halftone.example/account?emailCode=abc");

    private final LetterTexts texts = new LetterTexts("Halftone");

    static List<Letter> letters() {
        return List.of(
                new Letter.ConfirmAddress(LINK),
                new Letter.AddressInUse(),
                new Letter.AddressChanged(),
                new Letter.WayLinked("GitHub"),
                new Letter.WayUnlinked("GitHub"),
                new Letter.TokenCreated("nightly"),
                new Letter.SessionsEnded(),
                new Letter.MinorReported("prq_1", LocalDate.of(2026, 11, 9)));
    }

    @Test
    void knowsEveryKindOfLetter() {
        assertThat(letters())
                .extracting(Letter::getClass)
                .extracting(Class::getName)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Letter.class.getPermittedSubclasses())
                                .map(Class::getName)
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("letters")
    void saysEachInBothLanguagesAndLeavesNoGap(Letter letter) {
        Written english = texts.write(letter, Language.EN);
        Written german = texts.write(letter, Language.DE);

        assertThat(german.subject()).isNotEqualTo(english.subject());
        assertThat(german.text()).isNotEqualTo(english.text());
        assertThat(List.of(english, german))
                .allSatisfy(
                        written -> {
                            assertThat(written.subject())
                                    .contains("Halftone")
                                    .doesNotContain("{", "\n");
                            assertThat(written.text()).contains("\n\n").doesNotContain("{", "}");
                        });
    }

    @Test
    void leadsToTheLinkInBothForms() {
        Written written = texts.write(new Letter.ConfirmAddress(LINK), Language.DE);

        assertThat(written.text()).contains("\n\n" + LINK + "\n\n");
        assertThat(written.html()).contains("<a href=\"" + LINK + "\">", "lang=\"de\"");
    }

    // A name that a thief chose must neither be markup nor look like a paragraph of ours.
    @Test
    void keepsWhatAPersonNamedInItsPlace() {
        Written written =
                texts.write(
                        new Letter.TokenCreated("<b>x</b>\n\nhttps://evil.example/"), Language.EN);

        assertThat(written.text()).contains("\"<b>x</b> https://evil.example/\"");
        assertThat(written.html()).contains("&lt;b&gt;x&lt;/b&gt;").doesNotContain("<b>", "href");
    }
}
