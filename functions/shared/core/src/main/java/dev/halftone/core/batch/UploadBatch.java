package dev.halftone.core.batch;

import java.util.Optional;

/** Keeps what was uploaded, once per idempotency key. */
public final class UploadBatch {

    private final Batches batches;

    public UploadBatch(Batches batches) {
        this.batches = batches;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Stored(Batch batch) implements Outcome {}

        /** The same file was uploaded before under the same key. */
        record Existing(Batch batch) implements Outcome {}

        /** Another file was uploaded before under the same key. */
        record KeyReused() implements Outcome {}
    }

    public Outcome upload(BatchId id, Batch.Origin origin, ParsedSheet parsed) {
        Optional<Batch> existing = batches.find(id);
        if (existing.isPresent()) {
            return repeated(existing.get(), parsed);
        }
        Batch draft = Batch.draft(id, origin, parsed);
        return batches.store(draft, parsed.rows())
                ? new Outcome.Stored(draft)
                : repeated(batches.find(id).orElse(draft), parsed);
    }

    private static Outcome repeated(Batch existing, ParsedSheet parsed) {
        return existing.sheet().sha256().equals(parsed.sheet().sha256())
                ? new Outcome.Existing(existing)
                : new Outcome.KeyReused();
    }
}
