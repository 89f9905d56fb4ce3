package dev.halftone.testing;

import dev.halftone.core.account.Email;
import dev.halftone.core.account.User;
import dev.halftone.core.account.UserId;
import dev.halftone.core.mail.EmailChanges;
import dev.halftone.core.mail.PendingEmail;
import dev.halftone.core.mail.ReplaceOutcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses on their way to being somebody's, in memory. */
public final class InMemoryEmailChanges implements EmailChanges {

    private final InMemoryUsers users;
    private final Map<UserId, PendingEmail> pending = new HashMap<>();

    public InMemoryEmailChanges(InMemoryUsers users) {
        this.users = users;
    }

    @Override
    public synchronized Optional<PendingEmail> pending(UserId user) {
        return Optional.ofNullable(pending.get(user));
    }

    @Override
    public synchronized boolean keep(@Nullable PendingEmail before, PendingEmail next) {
        PendingEmail there = pending.get(next.user());
        if (there != null && !Objects.equals(there, before)) {
            return false;
        }
        pending.put(next.user(), next);
        return true;
    }

    @Override
    public Optional<UserId> holder(Email address) {
        return users.holder(address);
    }

    @Override
    public synchronized ReplaceOutcome replace(User user, PendingEmail proved) {
        if (!proved.equals(pending.get(user.id()))) {
            return new ReplaceOutcome.Outdated();
        }
        ReplaceOutcome outcome = users.replace(user, proved.address());
        if (outcome instanceof ReplaceOutcome.Replaced) {
            pending.remove(user.id());
        }
        return outcome;
    }
}
