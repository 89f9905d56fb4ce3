package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Protects: the journeys' check of the books is not blind. Every way in which credits could go
 * wrong is written into a statement, and the check has to object.
 */
class BooksTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String GRANTED = "grant 25 25";
    private static final String PENDING = "pending -4 21";

    @Test
    void acceptsBooksThatAddUp() {
        books("21 0 4 25", GRANTED, PENDING, "post -4 21").charged("g1", 4);
        books("25 0 0 25", GRANTED, PENDING, "void 4 25").refunded("g1", 4, "timeout");
        books("21 4 0 25", GRANTED, PENDING).balanced();
    }

    /** Each is the account that such a mistake would leave, with the lines it would write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // Settled twice, the account in step with the lines.
                "17 0 8 25|grant 25 25,pending -4 21,post -4 21,post -4 21",
                "29 -4 0 25|grant 25 25,pending -4 21,void 4 25,void 4 29",
                // Posted and voided.
                "25 -4 4 25|grant 25 25,pending -4 21,post -4 21,void 4 25",
                // Ended without having begun, and in the wrong order.
                "25 -4 4 25|grant 25 25,post -4 25",
                "21 0 4 25|grant 25 25,post -4 25,pending -4 21",
                // Another amount than was set aside.
                "22 0 3 25|grant 25 25,pending -4 21,post -3 21",
                // Spent below zero.
                "-4 29 0 25|grant 25 25,pending -29 -4",
                // Credits that no line explains, or that a line explains wrongly.
                "20 0 4 25|grant 25 25,pending -4 21,post -4 21",
                "22 0 4 26|grant 25 25,pending -4 21,post -4 21",
                "21 0 4 25|grant 25 25,pending -4 22,post -4 22"
            })
    void objectsToBooksThatDoNot(String mistake) {
        String[] parts = mistake.split("\\|", -1);

        assertThatThrownBy(() -> books(parts[0], parts[1].split(",", -1)).balanced())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void objectsToTheSameLineTwice() {
        Books once = books("25 0 0 25", GRANTED, PENDING, "void 4 25");
        List<JsonNode> lines = new ArrayList<>(once.lines());
        lines.addFirst(lines.getFirst());

        assertThatThrownBy(() -> new Books(once.account(), lines).balanced())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void objectsToAnotherEndOrReasonThanTheExpected() {
        Books voided = books("25 0 0 25", GRANTED, PENDING, "void 4 25");

        assertThatThrownBy(() -> voided.charged("g1", 4)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> voided.refunded("g1", 4, "moderation"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> voided.refunded("g1", 6, "timeout"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> voided.refunded("g2", 4, "timeout"))
                .isInstanceOf(AssertionError.class);
    }

    /**
     * @param balances available, pending, used, granted
     * @param lines kind, credits and what was available after it, oldest first
     */
    private static Books books(String balances, String... lines) {
        String[] parts = balances.split(" ", -1);
        JsonNode account =
                JSON.readTree(
                        "{\"available\":%s,\"pending\":%s,\"used\":%s,\"granted\":%s}"
                                .formatted((Object[]) parts));
        List<JsonNode> written = new ArrayList<>();
        for (String line : lines) {
            written.addFirst(line(written.size(), line.split(" ", -1)));
        }
        return new Books(account, written);
    }

    private static JsonNode line(int number, String[] parts) {
        String generation = parts[0].equals("grant") ? "null" : "\"g1\"";
        return JSON.readTree(
                """
                {"id":"line-%d","kind":"%s","credits":%s,"availableAfter":%s,"generation":%s,
                 "failure":"timeout"}
                """
                        .formatted(number, parts[0], parts[1], parts[2], generation));
    }
}
