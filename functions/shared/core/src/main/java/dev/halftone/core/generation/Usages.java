package dev.halftone.core.generation;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much of their plan people have used. */
public interface Usages {

    /** Reads both, each as it stands now. */
    Usage usage(UserId user, AccountId account, Instant now);

    /**
     * What one person has used.
     *
     * @param plan its name; {@code null} for the usual one
     */
    record Usage(@Nullable String plan, Made made) {}
}
