package dev.halftone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.sandbox.painter.Film;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.containers.mp4.MP4Util;
import org.jcodec.containers.mp4.boxes.MovieBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Protects: what moves lips takes a film and a sound, and gives back as much of a film, heard. */
final class FalLipSyncTest {

    private static final String ENDPOINT = "fal-ai/sync-lipsync/v2";
    private static final byte[] FILM = Film.shoot("a boat", 7, 320, 176, 2);
    private static final byte[] SOUND = {1, 2, 3};

    @TempDir private Path state;
    private TestSandbox world;

    @BeforeEach
    void start() {
        world = new TestSandbox(state);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void givesBackAFilmOfTheSameSizeAndLengthThatIsHeard() throws Exception {
        JsonNode result = ended(FILM, SOUND, "silence");

        MovieBox movie = movie(URI.create(result.at("/video/url").asString()).getPath());

        assertThat(movie.getVideoTrack().getTrackHeader().getWidth()).isEqualTo(320);
        assertThat(movie.getVideoTrack().getTrackHeader().getHeight()).isEqualTo(176);
        assertThat(movie.getDuration()).isEqualTo(2L * movie.getTimescale());
        assertThat(movie.getAudioTracks()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"boom, silence, video_url", "film, forever, sync_mode"})
    void refusesWhatIsNoFilmOrNoMode(String film, String mode, String field) throws Exception {
        JsonNode result = ended(film.equals("film") ? FILM : SOUND, SOUND, mode);

        assertThat(result.at("/detail/0/loc").toString()).isEqualTo("[\"body\",\"" + field + "\"]");
    }

    private JsonNode ended(byte[] film, byte[] sound, String mode) throws Exception {
        String body =
                """
                {"video_url":"%s","audio_url":"%s","sync_mode":"%s"}
                """
                        .formatted(address(film), address(sound), mode);
        JsonNode submitted = TestSandbox.json(world.submit(ENDPOINT, body));
        world.clock.turn(TestSandbox.PACE.multipliedBy(9));
        world.completed(submitted);
        return TestSandbox.json(world.result(submitted));
    }

    private MovieBox movie(String path) throws Exception {
        return MP4Util.parseMovieChannel(
                ByteBufferSeekableByteChannel.readFromByteBuffer(
                        ByteBuffer.wrap(world.get(path).body())));
    }

    private static String address(byte[] file) {
        return "data:any/thing;base64," + Base64.getEncoder().encodeToString(file);
    }
}
