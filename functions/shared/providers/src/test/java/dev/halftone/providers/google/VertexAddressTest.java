package dev.halftone.providers.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects: work that is pinned to a region is given to that region's own host. */
class VertexAddressTest {

    @ParameterizedTest
    @CsvSource({
        "global, https://aiplatform.googleapis.com",
        "eu, https://aiplatform.eu.rep.googleapis.com",
        "us, https://aiplatform.us.rep.googleapis.com",
        "europe-west4, https://europe-west4-aiplatform.googleapis.com",
        "us-central1, https://us-central1-aiplatform.googleapis.com"
    })
    void findsTheHostOfARegion(String region, String host) {
        assertThat(VertexAddress.base(URI.create("https://aiplatform.googleapis.com"), region))
                .isEqualTo(URI.create(host));
    }
}
