package dev.halftone.core.mail;

import dev.halftone.core.account.Email;
import dev.halftone.core.account.User;
import dev.halftone.core.account.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses on their way to being somebody's; each verified one is one person's alone. */
public interface EmailChanges {

    Optional<PendingEmail> pending(UserId user);

    /**
     * Keeps {@code next}, unless something else than {@code before} is kept by now.
     *
     * @return whether it is kept
     */
    boolean keep(@Nullable PendingEmail before, PendingEmail next);

    /** Whose verified address it is. */
    Optional<UserId> holder(Email address);

    /**
     * Makes the pending address the user's verified one, gives the former one free and forgets the
     * code: all or nothing, and once.
     *
     * @param user as they are now, with the former address
     */
    ReplaceOutcome replace(User user, PendingEmail proved);
}
