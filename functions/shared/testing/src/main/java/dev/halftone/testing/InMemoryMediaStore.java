package dev.halftone.testing;

import dev.halftone.core.generation.MediaStore;
import dev.halftone.core.generation.ObjectKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A bucket in memory; its links lead nowhere but say everything. */
public final class InMemoryMediaStore implements MediaStore {

    private final Map<ObjectKey, StoredObject> objects = new HashMap<>();

    /** What lies under a key. */
    public static final class StoredObject {

        private final String contentType;
        private final byte[] bytes;

        private StoredObject(String contentType, byte[] bytes) {
            this.contentType = contentType;
            this.bytes = bytes;
        }

        public String contentType() {
            return contentType;
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }

    @Override
    public synchronized boolean put(ObjectKey key, String contentType, Path file) {
        try {
            return objects.putIfAbsent(key, new StoredObject(contentType, Files.readAllBytes(file)))
                    == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized boolean fetch(ObjectKey key, Path target) {
        StoredObject found = objects.get(key);
        if (found == null) {
            return false;
        }
        try {
            Files.write(target, found.bytes);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void remove(ObjectKey key) {
        objects.remove(key);
    }

    @Override
    public URI link(ObjectKey key, Duration lifetime, @Nullable String downloadName) {
        String download =
                downloadName == null
                        ? ""
                        : "&download=" + URLEncoder.encode(downloadName, StandardCharsets.UTF_8);
        return URI.create(
                "https://media.test/"
                        + key.value()
                        + "?seconds="
                        + lifetime.toSeconds()
                        + download);
    }

    public synchronized Optional<StoredObject> find(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    public synchronized Set<ObjectKey> keys() {
        return Set.copyOf(objects.keySet());
    }
}
