package dev.halftone.core.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

    // Whoever has a network of IPv6 cannot multiply their requests by its addresses.
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,                      203.0.113.7",
        "2001:db8:1:2:3:4:5:6,             2001:db8:1:2::/64",
        "2001:0DB8:0001:0002::9,           2001:db8:1:2::/64",
        "2001:db8::1,                      2001:db8:0:0::/64",
        "::1,                              0:0:0:0::/64",
        "::ffff:203.0.113.7,               0:0:0:0::/64",
        "fe80::1:2:3:4,                    fe80:0:0:0::/64",
        "not an address,                   not an address"
    })
    void takesOfAnAddressWhatItsHolderCannotChoose(String address, String network) {
        assertThat(ClientNetwork.of(address)).isEqualTo(network);
    }
}
