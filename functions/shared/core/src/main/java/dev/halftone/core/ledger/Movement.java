package dev.halftone.core.ledger;

import dev.halftone.core.account.AccountId;
import java.util.ArrayList;
import java.util.List;

/**
 * One change of an account: a line of its journal, what that does to the buckets, and what must be
 * true for it. {@link Account#after} says what it makes of an account; a store makes the same of it
 * in one conditional write, in which line and change are written or neither.
 *
 * <p>Beyond its requirements, a movement never makes a balance that counts credits negative, nor
 * one that counts what is owed positive, and issues no more than {@link Account#ISSUED_MAX}.
 */
public record Movement(
        JournalEntry entry,
        List<Change> changes,
        List<Requirement> requirements,
        List<BucketNote> notes) {

    public Movement {
        changes = List.copyOf(changes);
        requirements = List.copyOf(requirements);
        notes = List.copyOf(notes);
    }

    public AccountId account() {
        return entry.account();
    }

    /** Collects the parts of a movement while it is being planned. */
    static final class Parts {

        private final List<Change> changes = new ArrayList<>();
        private final List<Requirement> requirements = new ArrayList<>();
        private final List<BucketNote> notes = new ArrayList<>();

        Parts change(Change change) {
            changes.add(change);
            return this;
        }

        void require(Requirement requirement) {
            requirements.add(requirement);
        }

        void note(BucketNote note) {
            notes.add(note);
        }

        Movement with(JournalEntry entry) {
            return new Movement(entry, changes, requirements, notes);
        }
    }
}
