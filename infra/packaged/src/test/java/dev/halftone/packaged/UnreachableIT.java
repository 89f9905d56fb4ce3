package dev.halftone.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: no store that is away for a moment keeps a function from being published. */
class UnreachableIT {
    private static final String NOWHERE = "http://127.0.0.1:1";

    private final PackagedStudio studio = PackagedStudio.get();

    @ParameterizedTest
    @ValueSource(strings = {"generation-sweep", "provider-poll"})
    void reachesItsSnapshotWhereNothingAnswersAndSaysThatItIsCold(String name) {
        Map<String, String> variables = new HashMap<>(studio.aws().variables());
        variables.put("AWS_ENDPOINT_URL_SSM", NOWHERE);
        variables.replaceAll((key, value) -> key.startsWith("AWS_ENDPOINT_URL") ? NOWHERE : value);

        LambdaProcess process = studio.start(studio.unpack(name, name + "-nowhere"), variables);
        process.awaitSnapshot();
        process.restore();

        assertThat(process.log()).contains("Priming incomplete", "Restored from the snapshot");
    }
}
