package dev.halftone.sandbox.fal;

import dev.halftone.sandbox.painter.Brought;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Input of what moves the lips in a film: that, a sound, and no words. */
final class LipSyncInput {

    private static final String ENDPOINT = "fal-ai/sync-lipsync/v2";
    private static final String SCENE = "somebody speaks";

    // Films are coded in blocks of this many pixels.
    private static final int BLOCK = 16;

    private LipSyncInput() {}

    static boolean isFor(String endpoint) {
        return endpoint.equals(ENDPOINT);
    }

    static InputReader.ReadOutcome read(JsonNode body) {
        InputReader reader = new InputReader(body);
        reader.choice("model", "lipsync-2", Set.of("lipsync-2", "lipsync-2-pro"));
        reader.choice(
                "sync_mode", "cut_off", Set.of("cut_off", "loop", "bounce", "silence", "remap"));
        Footage film = reader.film("video_url");
        reader.files("audio_url");
        return reader.outcome(
                new FalRequest.Input(
                        SCENE,
                        new ImageSize(blocks(film.width()), blocks(film.height())),
                        1,
                        reader.seed(),
                        film.seconds(),
                        Brought.heard(true)));
    }

    private static int blocks(int side) {
        return Math.ceilDiv(side, BLOCK) * BLOCK;
    }
}
