package dev.halftone.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goal: what is kept of a browser says roughly what and from where, and nothing more. */
class SessionOriginTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox on Linux
                    Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0 | Edge on Windows
                    Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605 Version/18 Safari/605 | Safari on macOS
                    Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36 | Chrome on Android
                    Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140 Mobile Safari/604.1 | Chrome on iPhone
                    curl/8.5 | Unknown browser
                    '' | Unknown browser
                    <script>alert(1)</script> Linux | Unknown browser on Linux
                    """)
    void aDeviceIsFamilyAndSystemInWordsOfOurs(String userAgent, String device) {
        assertThat(Device.of(userAgent)).isEqualTo(device);
    }

    @Test
    void readsNoEndlessUserAgent() {
        assertThat(Device.of("x".repeat(9_000) + "Firefox/140 Linux")).isEqualTo("Unknown browser");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48",
        "2001:DB8:1::1, 2001:db8:1:0:0:0:0:0/48",
        "localhost, ''",
        "'', ''",
        "203.0.113.77.example.org, ''",
    })
    void anAddressIsKeptAsTheNetworkItLiesIn(String address, String prefix) {
        assertThat(AddressPrefix.of(address)).isEqualTo(prefix);
    }
}
