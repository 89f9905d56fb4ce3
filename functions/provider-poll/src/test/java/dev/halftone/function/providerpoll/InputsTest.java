package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.asset.AssetType;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Input;
import dev.halftone.core.generation.ProviderInput;
import dev.halftone.testing.AssetSamples;
import dev.halftone.testing.Samples;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Protects: a provider gets the files that its order names, and nobody pays for one without. */
class InputsTest {
    private static final List<Input> BROUGHT =
            List.of(
                    input(InputRole.IMAGE, 2, AssetType.PNG),
                    input(InputRole.STYLE, 1, AssetType.JPEG));

    private final Workshop workshop = new Workshop();

    @Test
    void bringsFilesInTheirOrderAndLeavesNoneBehind() {
        GenerationId id = workshop.acceptedFrom(1, Samples.request(), BROUGHT);

        workshop.deliver("submit-due", id);

        List<ProviderInput> given = workshop.provider.orders.getFirst().inputs();
        assertThat(given)
                .extracting(ProviderInput::role)
                .containsExactly(InputRole.IMAGE, InputRole.STYLE);
        assertThat(given)
                .extracting(ProviderInput::contentType)
                .containsExactly("image/png", "image/jpeg");
        assertThat(given).allMatch(each -> Files.notExists(each.file()));
    }

    @Test
    void givesTheCreditsBackIfAFileHasBeenRemovedMeanwhile() {
        GenerationId id = workshop.acceptedFrom(1, Samples.request(), BROUGHT);
        workshop.inputs.remove(Workshop.key(BROUGHT.getLast()));

        workshop.deliver("submit-due", id);

        assertThat(workshop.provider.orders).isEmpty();
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.INVALID_REQUEST);
        assertThat(workshop.happened).containsExactly("voided");
    }

    private static Input input(InputRole role, int number, AssetType type) {
        return new Input(role, AssetSamples.id(Samples.userId(1), number), type);
    }
}
