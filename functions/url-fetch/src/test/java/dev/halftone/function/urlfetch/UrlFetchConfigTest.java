package dev.halftone.function.urlfetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.asset.AssetRefusal;
import dev.halftone.lambda.Environment;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlFetchConfigTest {
    private static final byte[] FILE = {1, 2, 3};

    // Protects: the exception for one machine is one origin, and only for who asks for it.
    @Test
    void asksAStandInOnlyIfItIsNamed() {
        Fetching local = new Fetching(Map.of("FETCH_STAND_IN", "http://127.0.0.1:9001"), null);
        local.web.serve(URI.create("http://127.0.0.1:9001/boat.png"), FILE);

        local.fetch("http://127.0.0.1:9001/boat.png");
        assertThat(local.files.bytes(AssetKey.quarantine(local.asset))).isEqualTo(FILE);

        local.files.remove(AssetKey.quarantine(local.asset));
        local.fetch("http://127.0.0.1:9002/boat.png");
        assertThat(local.refusal()).contains(AssetRefusal.ADDRESS_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://10.0.0.1:9001", "http://pictures.example.org", "http://localhost"})
    void startsWithNoStandInOnAnotherMachine(String origin) {
        Environment environment =
                Environment.of(
                        Map.of(
                                "MEDIA_BUCKET", "media",
                                "INTAKE_QUEUE_URL", "https://queue.example.org/intake",
                                "FETCH_STAND_IN", origin));

        assertThatThrownBy(() -> UrlFetchConfig.from(environment))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mapsEveryKey() {
        Environment environment = Environment.of(Fetching.VARIABLES);

        UrlFetchConfig config = UrlFetchConfig.from(environment);

        assertThat(environment.keysRead()).isEqualTo(UrlFetchConfig.KEYS);
        assertThat(config.mediaBucket()).isEqualTo("media");
        assertThat(config.intakeQueueUrl())
                .isEqualTo(URI.create("https://queue.example.org/intake"));
    }

    @Test
    void namesEveryKeyThatIsMissing() {
        assertThatThrownBy(() -> UrlFetchConfig.from(Environment.of(Map.of())))
                .message()
                .contains("MEDIA_BUCKET", "INTAKE_QUEUE_URL");
    }
}
