package dev.halftone.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal: one mailbox has one spelling, and no look-alike of it is taken for it. */
final class EmailTest {

    // However a provider spells an address, it claims the same one.
    @ParameterizedTest
    @CsvSource({
        "Mira@Example.ORG,mira@example.org",
        "' mira@example.org ',mira@example.org",
        "ｍｉｒａ@example.org,mira@example.org",
        "mira＠example.org,mira@example.org",
        "mira@bücher.example,mira@xn--bcher-kva.example",
        "mira@XN--BCHER-KVA.example,mira@xn--bcher-kva.example",
        "m.i.r.a+halftone@example.org,m.i.r.a+halftone@example.org",
        "mira@localhost,mira@localhost"
    })
    void hasOneSpelling(String given, String spelling) {
        assertThat(new Email(given).value()).isEqualTo(spelling);
    }

    // What could name two mailboxes, or another one than a reader sees, names none.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mira",
                "@example.org",
                "mira@",
                "mira@example.org,eve@example.net",
                "mira@example.org@example.net",
                "mira＠example.net@example.org",
                "mira@example..org",
                ".mira@example.org",
                "mira.@example.org",
                "\"mira\"@example.org",
                "mira holt@example.org",
                "mira\u200b@example.org",
                "mіra@example.org",
                "mira@exa mple.org",
                "mira@example.org\nbcc: eve@example.net",
                "<mira@example.org>"
            })
    void isNotAnAddress(String given) {
        assertThatThrownBy(() -> new Email(given)).isInstanceOf(IllegalArgumentException.class);
    }

    // The longest one that mail can carry.
    @ParameterizedTest
    @CsvSource({"64,true", "65,false"})
    void hasABoundedLocalPart(int characters, boolean valid) {
        String address = "m".repeat(characters) + "@example.org";
        if (valid) {
            assertThat(new Email(address).value()).isEqualTo(address);
        } else {
            assertThatThrownBy(() -> new Email(address))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
