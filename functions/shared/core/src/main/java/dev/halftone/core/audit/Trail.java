package dev.halftone.core.audit;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.audit.Finding.Kind;
import dev.halftone.core.seal.Checkpoint;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.LineText;
import dev.halftone.core.seal.SealedLine;
import java.util.List;
import java.util.Optional;

/** A chain as it is followed line by line, and what must be met on the way. */
final class Trail {

    /** A head that the chain had at some time, and what it means if it never had it. */
    record Milestone(Head head, Kind otherwise) {}

    private final List<Milestone> milestones;
    private Checkpoint at;
    private boolean atEnd;

    /** Begins where the chain is known to be right; what lies before is not looked at. */
    Trail(Checkpoint from, List<Milestone> milestones) {
        this.at = from;
        this.milestones =
                milestones.stream()
                        .filter(each -> each.head().number() >= from.head().number())
                        .toList();
    }

    Checkpoint at() {
        return at;
    }

    AccountId account() {
        return at.head().account();
    }

    boolean isAtEnd() {
        return atEnd;
    }

    /** There was no further line. */
    void ends() {
        atEnd = true;
    }

    Optional<Finding> begin() {
        return met();
    }

    Optional<Finding> follow(SealedLine sealed) {
        long next = at.head().number() + 1;
        LineText line = sealed.line();
        if (sealed.number() != next) {
            return found(Kind.CHAIN_BROKEN, next);
        }
        if (line == null) {
            return found(Kind.LINE_MISSING, next);
        }
        if (!sealed.follows(at.head()) || line.legs().sum() != 0) {
            return found(Kind.LINE_CHANGED, next);
        }
        at = at.then(line);
        return met();
    }

    private Optional<Finding> met() {
        return milestones.stream()
                .filter(each -> each.head().number() == at.head().number())
                .filter(each -> !each.head().equals(at.head()))
                .findFirst()
                .flatMap(each -> found(each.otherwise(), at.head().number()));
    }

    /** What was to be met beyond the last line. */
    Optional<Finding> end() {
        return milestones.stream()
                .filter(each -> each.head().number() > at.head().number())
                .findFirst()
                .flatMap(each -> found(each.otherwise(), each.head().number()));
    }

    Finding finding(Kind kind) {
        return new Finding(account(), kind, at.head().number());
    }

    Optional<Finding> found(Kind kind) {
        return Optional.of(finding(kind));
    }

    private Optional<Finding> found(Kind kind, long number) {
        return Optional.of(new Finding(account(), kind, number));
    }
}
