package dev.halftone.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.MissingNode;

/** Protects: a provider is left alone as long as it asks, within reason, however it says so. */
class RetryAfterTest {

    private static final String SENT = "Sat, 21 Nov 2026 10:00:00 GMT";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|7",
                "0|1",
                "3600|60",
                "999999999|60",
                "Sat, 21 Nov 2026 10:00:30 GMT|30",
                "Sat, 21 Nov 2026 09:00:00 GMT|1"
            })
    void readsSecondsAndDatesByTheClockOfWhoSentThem(String value, long seconds) {
        assertThat(RetryAfter.asked(answer(Map.of("Retry-After", value, "Date", SENT))))
                .contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"soon", "-7", "1.5", "99999999999999999999", "Sat, 99 Nov 2026 10:00:30 GMT"})
    void asksNothingInOtherWords(String value) {
        assertThat(RetryAfter.asked(answer(Map.of("Retry-After", value, "Date", SENT)))).isEmpty();
        assertThat(new RetryAfter(new MutableClock(Samples.NOW)).of(answer(Map.of())))
                .isEqualTo(RetryAfter.USUAL);
    }

    private static ProviderAnswer answer(Map<String, String> headers) {
        Map<String, List<String>> all =
                headers.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> List.of(entry.getValue())));
        return new ProviderAnswer(
                429, HttpHeaders.of(all, (_, _) -> true), MissingNode.getInstance());
    }
}
