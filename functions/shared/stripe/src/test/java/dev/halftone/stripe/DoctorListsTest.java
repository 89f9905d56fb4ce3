package dev.halftone.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.Stripe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Protects: the operator's command demands of the webhook what is understood here, no less. */
final class DoctorListsTest {
    private static final Path PROGRAM = Path.of("../../../infra/operate/Doctor.java");

    @Test
    void kindsOfEventsAreThoseThatAreUnderstood() throws IOException {
        String listed = Files.readString(PROGRAM).split("KINDS = List.of", 2)[1].split(";", 2)[0];

        assertThat(Pattern.compile("[a-z]+([._][a-z]+)+").matcher(listed).results())
                .extracting(MatchResult::group)
                .containsExactlyInAnyOrderElementsOf(EventFacts.TYPES);
    }

    @Test
    void versionIsTheOneThatIsSpoken() throws IOException {
        assertThat(Files.readString(PROGRAM))
                .contains("String VERSION = \"" + Stripe.API_VERSION + "\"");
    }
}
