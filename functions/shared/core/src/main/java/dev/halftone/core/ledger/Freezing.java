package dev.halftone.core.ledger;

import dev.halftone.core.ledger.JournalEntry.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps an account from spending while something about it is in dispute. */
public final class Freezing {

    private Freezing() {}

    /** A cause that was thawed before collides with its own line in the journal. */
    public static Decision<FreezeOutcome> freeze(
            FreezeCause cause, @Nullable Account seen, Instant at) {
        if (seen == null) {
            return new Decision.Answer<>(new FreezeOutcome.NoSuchAccount());
        }
        if (seen.freezes().contains(cause)) {
            return new Decision.Answer<>(new FreezeOutcome.AlreadyFrozen());
        }
        if (seen.freezes().size() >= Account.FREEZES_MAX) {
            return new Decision.Answer<>(new FreezeOutcome.TooManyCauses());
        }
        return new Decision.Book<>(
                movement(new Change.Freeze(cause), Kind.FREEZE, cause, seen, at),
                new FreezeOutcome.Frozen());
    }

    public static Decision<ThawOutcome> thaw(
            FreezeCause cause, @Nullable Account seen, Instant at) {
        if (seen == null || !seen.freezes().contains(cause)) {
            return new Decision.Answer<>(new ThawOutcome.NotFrozen());
        }
        return new Decision.Book<>(
                movement(new Change.Thaw(cause), Kind.THAW, cause, seen, at),
                new ThawOutcome.Thawed(seen.freezes().size() > 1));
    }

    /** The line that says that this cause froze the account. */
    public static String key(FreezeCause cause) {
        return key(Kind.FREEZE, cause);
    }

    private static String key(Kind kind, FreezeCause cause) {
        return kind.name() + "#" + cause.value();
    }

    private static Movement movement(
            Change change, Kind kind, FreezeCause cause, Account seen, Instant at) {
        return new Movement.Parts()
                .change(change)
                .with(
                        new JournalEntry(
                                seen.id(),
                                key(kind, cause),
                                kind,
                                Legs.NONE,
                                null,
                                cause.value(),
                                null,
                                null,
                                at));
    }
}
