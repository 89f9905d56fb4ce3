package dev.halftone.providers.fal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.Orders;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.ScriptedServer.Answer;
import dev.halftone.providers.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Protects: what moves lips in a film gets that and the sound, and no word of the person's. */
class FalLipSyncTest {

    private static final String ENDPOINT = "fal-ai/sync-lipsync/v2";

    private final ScriptedServer server = new ScriptedServer();
    @TempDir private Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sendsAFilmAndItsSoundAndWantsTheWholeFilmBack() {
        server.on("POST", "/" + ENDPOINT, taken());

        submit();

        assertThat(JsonMapper.shared().readTree(server.calls().getFirst().body()))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"model": "lipsync-2", "sync_mode": "silence",
                                         "video_url": "data:video/mp4;base64,%s",
                                         "audio_url": "data:audio/mpeg;base64,%s"}
                                        """
                                                .formatted(
                                                        base64("the-film"), base64("the-voice"))));
    }

    @Test
    void isTakenAsAnyOtherOrderIs() {
        server.on("POST", "/" + ENDPOINT, taken());

        assertThat(submit()).isInstanceOf(SubmissionOutcome.Taken.class);
    }

    @Test
    void isRefusedAsAnyOtherOrderIs() {
        server.on(
                "POST",
                "/" + ENDPOINT,
                Answer.of(422, Recorded.text("error-unsupported-input", server.base())));

        assertThat(submit()).isInstanceOf(SubmissionOutcome.Refused.class);
    }

    private Answer taken() {
        return Answer.of(200, Recorded.text("accepted", server.base()));
    }

    private SubmissionOutcome submit() {
        ProviderOrder film = Orders.dubbed("fal", ENDPOINT, folder);
        return FalProvider.of(Settings.of(server.base(), "key")).submission().submit(film);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
