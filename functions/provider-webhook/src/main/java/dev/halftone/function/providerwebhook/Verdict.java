package dev.halftone.function.providerwebhook;

import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.lambda.HttpRequest;

/** What to do about a callback. */
sealed interface Verdict {

    /** Somebody should look. */
    record Wake(WorkItem item) implements Verdict {}

    /** It is genuine, and says nothing that matters. */
    record Ignore() implements Verdict {}

    /**
     * Not to be believed.
     *
     * @param why for the log
     */
    record Refuse(String why) implements Verdict {}

    /** Tells a provider's callbacks from all others. */
    @FunctionalInterface
    interface Judge {
        Verdict judge(GenerationId generation, HttpRequest request);
    }
}
