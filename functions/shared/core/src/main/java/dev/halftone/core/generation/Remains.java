package dev.halftone.core.generation;

import java.time.Instant;
import java.util.List;

/** What a provider still has of a generation that has ended. */
public sealed interface Remains {

    /** No provider is known to have had it. */
    record Nothing() implements Remains {}

    /**
     * It has to be asked to erase it.
     *
     * @param dueAt when next; nobody else asks before
     * @param tries how often a worker began
     */
    record ToErase(ProviderRequest request, Instant dueAt, int tries) implements Remains {}

    /** Nothing is left to do; this is what became of it, part by part. */
    record Told(List<Receipt> receipts) implements Remains {
        public Told {
            receipts = List.copyOf(receipts);
        }
    }
}
