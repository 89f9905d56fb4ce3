package dev.halftone.function.providerpoll;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.MediaStore;
import dev.halftone.core.generation.ObjectKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store of pictures that breaks when a test says so, and tells when it stored something. */
final class WatchedMedia implements MediaStore {
    private final MediaStore store;
    private final List<String> happened;
    private boolean broken;
    private int failures;
    private Runnable during = () -> {};

    WatchedMedia(MediaStore store, List<String> happened) {
        this.store = store;
        this.happened = happened;
    }

    /** Happens once, just before the next file is stored. */
    void duringNextStore(Runnable happening) {
        during = happening;
    }

    /** The next accesses fail. */
    void fail(int times) {
        failures = times;
    }

    void setBroken(boolean isBroken) {
        broken = isBroken;
    }

    @Override
    public boolean put(ObjectKey key, String contentType, Path file) {
        refuseIfBroken();
        Runnable happening = during;
        during = () -> {};
        happening.run();
        boolean stored = store.put(key, contentType, file);
        happened.add("stored");
        return stored;
    }

    @Override
    public boolean fetch(ObjectKey key, Path target) {
        refuseIfBroken();
        return store.fetch(key, target);
    }

    @Override
    public void remove(ObjectKey key) {
        store.remove(key);
    }

    @Override
    public URI link(ObjectKey key, Duration lifetime, @Nullable String downloadName) {
        return store.link(key, lifetime, downloadName);
    }

    private void refuseIfBroken() {
        if (broken || failures > 0) {
            failures--;
            throw new TransientFailure("s3", "broken by a test");
        }
    }
}
