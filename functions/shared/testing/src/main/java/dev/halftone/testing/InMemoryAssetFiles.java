package dev.halftone.testing;

import dev.halftone.core.asset.AssetFiles;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.asset.AssetType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A bucket in memory that counts the bytes that leave it; its links lead nowhere. */
public final class InMemoryAssetFiles implements AssetFiles {

    private final Map<AssetKey, ByteBuffer> objects = new HashMap<>();
    private long bytesRead;

    @Override
    public Ticket ticket(AssetKey key, AssetType type, long bytes, Duration lifetime) {
        return new Ticket(
                URI.create(
                        "https://media.test/" + key.value() + "?seconds=" + lifetime.toSeconds()),
                Map.of("content-type", type.contentType(), "if-none-match", "*"));
    }

    @Override
    public synchronized Optional<Long> size(AssetKey key) {
        return Optional.ofNullable(objects.get(key)).map(bytes -> (long) bytes.remaining());
    }

    @Override
    public synchronized ByteBuffer read(AssetKey key, long at, int length) {
        ByteBuffer whole = objects.getOrDefault(key, ByteBuffer.allocate(0));
        int begin = (int) Math.min(at, whole.remaining());
        ByteBuffer part = ByteBuffer.allocate(Math.min(length, whole.remaining() - begin));
        part.put(whole.slice(begin, part.capacity()));
        bytesRead += part.capacity();
        return part.flip();
    }

    @Override
    public synchronized boolean fetch(AssetKey key, Path target) {
        ByteBuffer found = objects.get(key);
        if (found == null) {
            return false;
        }
        bytesRead += found.remaining();
        byte[] bytes = new byte[found.remaining()];
        found.duplicate().get(bytes);
        try {
            Files.write(target, bytes);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(AssetKey key, String contentType, Path file) {
        try {
            put(key, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As if somebody had uploaded them. */
    public synchronized void put(AssetKey key, byte[] bytes) {
        objects.put(key, ByteBuffer.wrap(bytes.clone()).asReadOnlyBuffer());
    }

    @Override
    public void putAddress(AssetId id, String address) {
        put(AssetKey.address(id), address.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized Optional<String> address(AssetId id) {
        return Optional.ofNullable(objects.get(AssetKey.address(id)))
                .map(bytes -> StandardCharsets.UTF_8.decode(bytes.duplicate()).toString());
    }

    @Override
    public synchronized void remove(AssetKey key) {
        objects.remove(key);
    }

    @Override
    public URI link(AssetKey key, Duration lifetime, @Nullable String downloadName) {
        return URI.create(
                "https://media.test/"
                        + key.value()
                        + "?seconds="
                        + lifetime.toSeconds()
                        + (downloadName == null ? "" : "&download"));
    }

    /** What lies there, or nothing. */
    public synchronized byte[] bytes(AssetKey key) {
        ByteBuffer found = objects.getOrDefault(key, ByteBuffer.allocate(0)).duplicate();
        byte[] bytes = new byte[found.remaining()];
        found.get(bytes);
        return bytes;
    }

    public synchronized Set<AssetKey> keys() {
        return Set.copyOf(objects.keySet());
    }

    public synchronized long bytesRead() {
        return bytesRead;
    }
}
