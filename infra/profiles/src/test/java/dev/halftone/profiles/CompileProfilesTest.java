package dev.halftone.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.profile.Profile;
import dev.halftone.lambda.ProfileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Protects: a profile with an error fails the build, and one that builds is what functions read.
 */
class CompileProfilesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private static final Path SOURCE = Path.of("halftone.yaml");

    @TempDir private Path sources;
    @TempDir private Path target;

    @Test
    void compilesTheProfileThatFunctionsRead() throws IOException {
        Files.copy(SOURCE, sources.resolve("halftone.yaml"));

        CompileProfiles.compile(sources, target, TODAY);

        Profile profile =
                ProfileReader.parse(
                        "halftone", Files.readAllBytes(target.resolve("halftone.json")));
        assertThat(profile).isEqualTo(ProfileReader.read("halftone"));
    }

    // Protects: terms change; nobody relies for years on what somebody read once.
    @Test
    void warnsOfTermsThatNobodyHasReadForLong() throws IOException {
        String text = Files.readString(SOURCE);
        Files.writeString(
                sources.resolve("old.yaml"),
                text.replaceFirst("verified: \"2026-11-01\"", "verified: \"2026-05-01\""));

        assertThat(CompileProfiles.compile(sources, target, TODAY))
                .containsExactly(
                        "old.yaml: the terms of fal were last read on 2026-05-01:"
                                + " https://fal.ai/legal/terms-of-service");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minimumAge: 18|minimumAge: 12|13",
                "minimumAge: 18|minimumAge: old|minimumAge",
                "welcomeCredits: 25|welcomeCredits: -1|welcomeCredits",
                "sizing: pixels|sizing: inches|sizing",
                "id: flux-dev|id: nano-banana-pro|nano-banana-pro",
                "{ 1K: 1 }|{ 1K: 0 }|flux-dev",
                "{ 1K: 1 }|{ 9K: 1 }|9K",
                "credits: { 1K: 1 }|credits: { 1K: 1, 2K: 3 }|flux-dev offers 2K",
                "{ 480p: 1, 720p|{ 480p: 0, 720p|seedance-1.5-pro",
                "{ 720p: 6, 1080p: 6 }|{}|veo-3.1",
                "[4, 6, 8]|[]|veo-3.1",
                "policyVersion:|policyVersionn:|policyVersion",
            })
    void namesWhatIsWrong(String right, String wrong, String named) throws IOException {
        String text = Files.readString(SOURCE);
        assertThat(text).contains(right);
        Files.writeString(sources.resolve("broken.yaml"), text.replace(right, wrong));

        assertThatThrownBy(() -> CompileProfiles.compile(sources, target, TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("broken.yaml")
                .hasMessageContaining(named);
    }

    @Test
    void refusesAFolderWithoutProfiles() {
        assertThatThrownBy(() -> CompileProfiles.compile(sources, target, TODAY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
