package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// Protects the scan: it finds what it has to find, and calls no time and no id a card.
class CardNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"card\":\"4242424242424242\"}",
                "paid by 4000 0000 0000 0341 today",
                "378282246310005",
                "6011-1111-1111-1117"
            })
    void findsACardThatIsPlanted(String text) {
        assertThat(CardNumbers.in(text)).hasSize(1);
    }

    @Test
    void takesNoTimeIdOrMistypedCardForOne() {
        assertThat(
                        CardNumbers.in(
                                "{\"at\":1794844224000,\"card\":\"4242424242424241\","
                                        + "\"id\":\"ord_4242424242424242\",\"n\":42}"))
                .isEmpty();
    }
}
