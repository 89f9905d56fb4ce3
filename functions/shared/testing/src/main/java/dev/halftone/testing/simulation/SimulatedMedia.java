package dev.halftone.testing.simulation;

import dev.halftone.core.Digest;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Media;
import dev.halftone.core.generation.MediaStore;
import dev.halftone.core.generation.ObjectKey;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ResultDownload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where results are fetched from, and the bucket that they are put into. */
final class SimulatedMedia implements MediaStore, ResultDownload {

    private static final int WIDTH = 1024;
    private static final int HEIGHT = 576;

    private final World world;
    private final Map<ObjectKey, byte[]> objects = new HashMap<>();

    SimulatedMedia(World world) {
        this.world = world;
    }

    /** Whether just this lies there. */
    boolean holds(Media media) {
        byte[] found = objects.get(media.key());
        return found != null && sha256(found).equals(media.sha256());
    }

    /** Whether anything of a generation lies there. */
    boolean hasAny(GenerationId id) {
        return objects.keySet().stream().anyMatch(key -> key.value().contains(id.value()));
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Digest.sha256().digest(bytes));
    }

    @Override
    public boolean put(ObjectKey key, String contentType, Path file) {
        return world.call(
                "put",
                () -> {
                    world.refuse(Trouble.MEDIA_UNREACHABLE, "bucket");
                    boolean free = objects.putIfAbsent(key, read(file)) == null;
                    world.refuse(Trouble.MEDIA_REPLY_LOST, "bucket");
                    return free;
                });
    }

    @Override
    public boolean fetch(ObjectKey key, Path target) {
        return world.call(
                "get",
                () -> {
                    world.refuse(Trouble.MEDIA_UNREACHABLE, "bucket");
                    byte[] found = objects.get(key);
                    if (found != null) {
                        write(target, found);
                    }
                    return found != null;
                });
    }

    @Override
    public void remove(ObjectKey key) {
        world.call("remove", () -> objects.remove(key) == null);
    }

    @Override
    public URI link(ObjectKey key, Duration lifetime, @Nullable String downloadName) {
        return URI.create("https://media.test/" + key.value());
    }

    @Override
    public Outcome download(ProviderMedia media, Path target, long bytesMax) {
        return world.call("download", () -> copied(target));
    }

    private Outcome copied(Path target) {
        if (world.mix.strikes(Trouble.RESULT_UNFETCHED)) {
            return new Outcome.NotCopied("cut short");
        }
        if (world.mix.strikes(Trouble.ADDRESS_EXPIRED)) {
            return new Outcome.Expired("expired");
        }
        if (world.mix.strikes(Trouble.RESULT_GONE)) {
            return new Outcome.Unusable("gone");
        }
        byte[] picture = SmallPng.of(WIDTH, HEIGHT, 0);
        if (world.mix.strikes(Trouble.RESULT_SPOILT)) {
            picture =
                    world.rarely(2)
                            ? SmallPng.of(HEIGHT, WIDTH, 0)
                            : Arrays.copyOf(picture, picture.length - 5);
        }
        write(target, picture);
        return new Outcome.Copied(picture.length);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path target, byte[] bytes) {
        try {
            Files.write(target, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
