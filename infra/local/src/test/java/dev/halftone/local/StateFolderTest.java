package dev.halftone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    private static final URI ADDRESS = URI.create("http://localhost:8080");
    private static final List<FunctionDeclaration> FUNCTIONS =
            List.of(
                    new FunctionDeclaration(
                            "OneFunction",
                            "a.B",
                            Functions.TIMEOUT,
                            512,
                            Map.of(
                                    "PUBLIC_URL_PARAMETER", "/halftone/local/public-url",
                                    "SIGNING_KEY_PARAMETER", "/halftone/local/signing-key",
                                    "PROFILE", "halftone"),
                            List.of()));

    @TempDir private Path folder;

    @Test
    void isForOneAtATime() throws IOException {
        try (StateFolder _ = StateFolder.open(folder)) {
            assertThatThrownBy(() -> StateFolder.open(folder))
                    .hasMessage(folder + " is in use: another Halftone is running on it.");
        }
        StateFolder.open(folder).close();
    }

    @Test
    void losesEverythingWhenEmptied() throws IOException {
        try (StateFolder state = StateFolder.open(folder)) {
            Files.createDirectories(state.resolve("s3").resolve("bucket"));
            Files.writeString(state.resolve("s3").resolve("bucket").resolve("a.png"), "a");

            state.empty();

            assertThat(state.resolve("s3")).doesNotExist();
        }
    }

    @Test
    void secretsAreDrawnOnceAndReadableByTheirOwnerOnly() throws IOException {
        Path file = folder.resolve("secrets.properties");

        Map<String, String> first =
                LocalParameters.of(FUNCTIONS, ADDRESS, ADDRESS, LocalChoices.STANDARD, file);
        Map<String, String> second =
                LocalParameters.of(FUNCTIONS, ADDRESS, ADDRESS, LocalChoices.STANDARD, file);

        assertThat(first)
                .isEqualTo(second)
                .containsOnlyKeys("/halftone/local/public-url", "/halftone/local/signing-key")
                .containsEntry("/halftone/local/public-url", "http://localhost:8080");
        assertThat(first.get("/halftone/local/signing-key")).isBase64().hasSize(44);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }
}
