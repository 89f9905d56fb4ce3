package dev.halftone.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.asset.AssetType;
import dev.halftone.core.brief.BriefId;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.generation.Guidance;
import dev.halftone.core.generation.Input;
import dev.halftone.core.generation.Section;
import dev.halftone.core.generation.Settings;
import dev.halftone.core.project.ProjectId;
import dev.halftone.testing.AssetSamples;
import dev.halftone.testing.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protects: what was asked for can be asked for again, word for word and file for file. */
class SettingsAttributesTest {

    @Test
    void areReadAsTheyWereWritten() {
        Settings settings =
                new Settings(
                        "no boats",
                        Settings.SEED_MAX,
                        List.of(
                                input(InputRole.STYLE, 2, AssetType.WEBP),
                                input(InputRole.IMAGE, 1, AssetType.PNG),
                                input(InputRole.SPEECH, 3, AssetType.M4A)),
                        true,
                        "In charcoal.",
                        "A boat",
                        Guidance.NONE);

        assertThat(SettingsAttributes.read(new Attributes(SettingsAttributes.write(settings))))
                .isEqualTo(settings);
    }

    @Test
    void keepWhatWasTakenFromTheLibraryWordForWord() {
        Guidance guidance =
                new Guidance(
                        new ProjectId("prj_" + "1".repeat(32)),
                        "Oil on canvas.",
                        new Guidance.Cast(
                                new BriefId("brf_" + "2".repeat(32)), 3, "Mina", "a grey cat"),
                        Map.of(Section.PALETTE, "teal", Section.STYLE, "film noir"));
        Settings settings = Settings.NONE.guidedBy(guidance);

        assertThat(SettingsAttributes.read(new Attributes(SettingsAttributes.write(settings))))
                .isEqualTo(settings);
    }

    // Older items, and most of the newer ones, have nothing of it.
    @Test
    void areNoneWhereNothingWasWritten() {
        assertThat(SettingsAttributes.write(Settings.NONE)).isEmpty();
        assertThat(SettingsAttributes.read(new Attributes(Map.of()))).isEqualTo(Settings.NONE);
    }

    private static Input input(InputRole role, int number, AssetType type) {
        return new Input(role, AssetSamples.id(Samples.userId(1), number), type);
    }
}
