package dev.halftone.testing;

import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.generation.InputFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Uploads in memory. */
public final class InMemoryInputFiles implements InputFiles {

    private final Map<AssetKey, byte[]> files = new HashMap<>();

    public synchronized void put(AssetKey key, byte[] bytes) {
        files.put(key, bytes.clone());
    }

    public synchronized void remove(AssetKey key) {
        files.remove(key);
    }

    @Override
    public synchronized boolean fetch(AssetKey key, Path target) {
        byte[] bytes = files.get(key);
        if (bytes == null) {
            return false;
        }
        try {
            Files.write(target, bytes);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
