package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.privacy.PrivacyRequest;
import dev.halftone.core.privacy.PrivacyRequests;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/** What every {@link PrivacyRequests} does. */
public abstract class PrivacyRequestsContract {

    private final PrivacyRequest request = request("They are twelve.");

    protected abstract PrivacyRequests requests();

    @Test
    void findsWhatWasFiled() {
        requests().file(request);

        assertThat(requests().find(request.id())).contains(request);
    }

    @Test
    void knowsNothingElse() {
        assertThat(requests().find(request.id())).isEmpty();
    }

    @Test
    void keepsARequestWithoutWords() {
        PrivacyRequest bare = request("");

        requests().file(bare);

        assertThat(requests().find(bare.id())).contains(bare);
    }

    private static PrivacyRequest request(String text) {
        SecureRandom random = new SecureRandom();
        return PrivacyRequest.ofMinor(
                "child@example.org",
                "",
                text,
                count -> {
                    byte[] bytes = new byte[count];
                    random.nextBytes(bytes);
                    return bytes;
                },
                Samples.NOW);
    }
}
