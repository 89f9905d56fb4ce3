package dev.halftone.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects: a machine without Chromium hears it first, once, and in a sentence that helps. */
class ChromiumTest {
    @TempDir private Path empty;

    @Test
    void findsTheBrowserThatThisLaneNeeds() {
        assertThat(Chromium.find(System.getenv())).isExecutable();
    }

    @Test
    void prefersTheProgramThatTheVariableNames() throws Exception {
        Path chosen = Files.createFile(empty.resolve("my-chrome"));
        assertThat(chosen.toFile().setExecutable(true)).isTrue();

        assertThat(Chromium.find(Map.of("CHROMIUM", chosen.toString()))).isEqualTo(chosen);
    }

    @Test
    void saysWhatToInstallWhereThereIsNone() {
        List<Path> places = List.of(empty.resolve("chromium"));

        assertThatThrownBy(() -> Chromium.find(Map.of(), places))
                .hasMessageStartingWith("The browser lane needs Chromium: install it")
                .hasMessageContaining("apt-get install chromium");
    }

    @Test
    void saysThatTheVariableIsWrongInsteadOfTakingAnother() {
        assertThatThrownBy(() -> Chromium.find(Map.of("CHROMIUM", "/no/such/browser")))
                .hasMessageStartingWith("CHROMIUM names /no/such/browser, which is no program.");
    }
}
