package dev.halftone.core.ledger;

import dev.halftone.core.ledger.JournalEntry.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Lines that people look for together. */
public enum LineGroup {
    /** What generations cost: set aside, then charged. */
    CHARGES,
    /** What came back of it. */
    REFUNDS,
    /** What came in. */
    GRANTS,
    /** What was not spent in time. */
    EXPIRIES,
    /** What a payment that was taken back did. */
    CORRECTIONS;

    /** The group that a kind of line is in; each kind is in one. */
    public static LineGroup of(Kind kind) {
        return switch (kind) {
            case PENDING, POST -> CHARGES;
            case VOID, REFUND -> REFUNDS;
            case GRANT, ADMIT -> GRANTS;
            case EXPIRE -> EXPIRIES;
            case REVOKE, FREEZE, THAW -> CORRECTIONS;
        };
    }

    /** The group of that {@link #label}. */
    public static Optional<LineGroup> labelled(String label) {
        return Arrays.stream(values()).filter(group -> group.label().equals(label)).findFirst();
    }

    /** The word for it, such as {@code refunds}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
