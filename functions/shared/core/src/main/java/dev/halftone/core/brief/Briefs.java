package dev.halftone.core.brief;

import dev.halftone.core.account.UserId;
import java.util.List;
import java.util.Optional;

/** The briefs of each person, every wording of them. Nobody finds another person's. */
public interface Briefs {

    /** Nobody has more, so that all fit into one answer. */
    int BRIEFS_MAX = 100;

    /** What became of a wording. */
    sealed interface BriefOutcome {

        record Written(Brief brief) implements BriefOutcome {}

        /** Another wording is the latest; nothing changed now. */
        record Overtaken(Brief latest) implements BriefOutcome {}

        record Unknown() implements BriefOutcome {}

        /** The person has {@link #BRIEFS_MAX}. */
        record TooMany() implements BriefOutcome {}
    }

    /** Keeps the first wording of a new brief; told again, it answers with what is kept. */
    BriefOutcome create(Brief first);

    /** Keeps the next wording, if the one before it is the latest. */
    BriefOutcome rewrite(Brief next);

    /** The latest wording of each of one person's briefs. Strongly consistent. */
    List<Brief> of(UserId owner);

    /** One wording. Strongly consistent. */
    Optional<Brief> find(UserId owner, BriefId id, int version);

    /** The latest wording. Strongly consistent. */
    Optional<Brief> latest(UserId owner, BriefId id);

    /**
     * Forgets a brief with all its wordings. What was made by it keeps the words it was made of.
     *
     * @return whether this call did; {@code false} if there was none
     */
    boolean delete(UserId owner, BriefId id);
}
