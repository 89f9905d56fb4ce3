package dev.halftone.providers.hedra;

import static dev.halftone.providers.ScriptedServer.Answer;

import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.ProviderInput;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.Orders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A picture that speaks keeps the same contract, though its files go first. */
class HedraLipSyncTest extends HedraProviderTest {

    @TempDir Path folder;

    @BeforeEach
    void takeFiles() {
        server.on("POST", "/files", Answer.of(201, recorded.text("file")));
    }

    @Override
    String model() {
        return "hedra-avatar";
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
                        new ProviderInput(
                                ProviderInput.Role.PICTURE, "image/png", file("somebody")),
                        new ProviderInput(
                                ProviderInput.Role.SOUND, "audio/mpeg", file("what they say"))));
    }

    private Path file(String content) {
        try {
            return Files.writeString(folder.resolve(content), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
