package dev.halftone.testing;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.asset.AssetQueue;
import dev.halftone.core.asset.AssetWork;
import java.util.ArrayList;
import java.util.List;

/** A queue that delivers nothing and remembers everything. */
public final class RecordingAssetQueue implements AssetQueue {

    private final List<AssetWork> sent = new ArrayList<>();
    private boolean broken;

    @Override
    public synchronized void send(AssetWork work) {
        if (broken) {
            throw new TransientFailure("sqs", "broken by a test");
        }
        sent.add(work);
    }

    /** Everything sent, oldest first. */
    public synchronized List<AssetWork> sent() {
        return List.copyOf(sent);
    }

    /** Lets every message fail, or work again. */
    public synchronized void setBroken(boolean broken) {
        this.broken = broken;
    }
}
