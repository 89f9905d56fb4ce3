package dev.halftone.testing.simulation;

import dev.halftone.core.generation.MediaStore;
import dev.halftone.core.generation.ObjectKey;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ResultDownload;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Where results are fetched from, and the bucket that they are put into. */
final class SimulatedMedia implements MediaStore, ResultDownload {

    private static final int WIDTH = 1024;
    private static final int HEIGHT = 576;

    private final World world;
    private final Set<ObjectKey> objects = new HashSet<>();

    SimulatedMedia(World world) {
        this.world = world;
    }

    boolean holds(ObjectKey key) {
        return objects.contains(key);
    }

    @Override
    public void put(ObjectKey key, String contentType, Path file) {
        world.call(
                "put",
                () -> {
                    world.refuse(Trouble.MEDIA_UNREACHABLE, "bucket");
                    objects.add(key);
                    world.refuse(Trouble.MEDIA_REPLY_LOST, "bucket");
                    return key;
                });
    }

    @Override
    public URI link(ObjectKey key, Duration lifetime, @Nullable String downloadName) {
        return URI.create("https://media.test/" + key.value());
    }

    @Override
    public Outcome download(ProviderMedia media, Path target, long bytesMax) {
        return world.call("download", () -> fetch(target));
    }

    private Outcome fetch(Path target) {
        if (world.mix.strikes(Trouble.RESULT_UNFETCHED)) {
            return new Outcome.NotCopied("cut short");
        }
        if (world.mix.strikes(Trouble.ADDRESS_EXPIRED)) {
            return new Outcome.Expired("expired");
        }
        if (world.mix.strikes(Trouble.RESULT_GONE)) {
            return new Outcome.Unusable("gone");
        }
        byte[] picture = picture(WIDTH, HEIGHT);
        if (world.mix.strikes(Trouble.RESULT_SPOILT)) {
            picture =
                    world.rarely(2)
                            ? picture(HEIGHT, WIDTH)
                            : Arrays.copyOf(picture, picture.length - 5);
        }
        try {
            Files.write(target, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Outcome.Copied(picture.length);
    }

    /** The shortest file whose size can be read. (W3C, Portable Network Graphics, section 5.) */
    private static byte[] picture(int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(0x89504E470D0A1A0AL);
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            try (DataOutputStream size = new DataOutputStream(header)) {
                size.writeInt(width);
                size.writeInt(height);
                size.write(new byte[] {8, 2, 0, 0, 0});
            }
            chunk(out, "IHDR", header.toByteArray());
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] body) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(body);
        out.writeInt(body.length);
        out.write(name);
        out.write(body);
        out.writeInt((int) checksum.getValue());
    }
}
