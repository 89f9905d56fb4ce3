package dev.halftone.core.generation;

import dev.halftone.core.safety.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * By what a generation was let in.
 *
 * @param verdict on its words; {@code null} where nobody judged them
 * @param plan under which it was counted; {@code null} for the usual one
 */
public record Admission(@Nullable Verdict verdict, @Nullable String plan) {

    /** Of what was accepted before there were checks, and where there are none. */
    public static final Admission NONE = new Admission(null, null);
}
