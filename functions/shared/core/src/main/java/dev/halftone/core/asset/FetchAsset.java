package dev.halftone.core.asset;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TemporaryFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Fetches an asset into quarantine and tells whoever looks at uploads, as if it had been uploaded.
 * It knows no owner and no row: what it can do to anybody is to bring them a file that is looked at
 * next.
 */
public final class FetchAsset {

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final AssetFiles files;
    private final FetchAddress fetching;
    private final AssetQueue queue;

    public FetchAsset(AssetFiles files, FetchAddress fetching, AssetQueue queue) {
        this.files = files;
        this.fetching = fetching;
        this.queue = queue;
    }

    public FetchOutcome fetch(AssetWork work) {
        if (work.task() != AssetWork.Task.FETCH) {
            throw new PermanentFailure("queue", "a message for somebody else");
        }
        Optional<String> address = files.address(work.asset());
        if (address.isEmpty()) {
            return new FetchOutcome.Idle();
        }
        Path copy = TemporaryFile.create();
        try {
            Optional<AssetRefusal> refusal = fetching.fetch(address.get(), copy);
            if (refusal.isEmpty()) {
                files.put(AssetKey.quarantine(work.asset()), UNKNOWN_TYPE, copy);
            }
            queue.send(work.fetched(refusal.orElse(null)));
            return refusal.<FetchOutcome>map(FetchOutcome.Refused::new)
                    .orElseGet(FetchOutcome.Fetched::new);
        } finally {
            TemporaryFile.delete(copy);
        }
    }
}
