package dev.halftone.providers.hedra;

import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.Inputs;
import dev.halftone.providers.Orders;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A picture that speaks keeps the same contract, though its files go first. */
class HedraLipSyncTest extends HedraProviderTest {

    @TempDir Path folder;

    @Override
    String model() {
        return "hedra-avatar";
    }

    @Override
    protected InputRole[] roles() {
        return new InputRole[] {InputRole.FIRST_FRAME, InputRole.SPEECH};
    }

    @Override
    public ProviderOrder order() {
        ProviderOrder film = Orders.film(HedraProvider.NAME, model(), "16:9", Resolution.P720);
        return new ProviderOrder(
                film.generation(),
                film.owner(),
                film.request(),
                film.route(),
                List.of(
                        Inputs.of(InputRole.FIRST_FRAME, "image/png", folder, "somebody"),
                        Inputs.of(InputRole.SPEECH, "audio/mpeg", folder, "what-they-say")));
    }
}
