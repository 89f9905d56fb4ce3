package dev.halftone.core.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Which buckets a transfer takes its credits from, first burnt first, so that what comes back finds
 * them again. Each part is the bucket as it was seen, holding only what is taken from it.
 */
public record Drawing(List<Bucket> parts) {

    // One conditional update names every part; above this its expression grows too long.
    public static final int PARTS_MAX = 40;

    public Drawing {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.size() > PARTS_MAX) {
            throw new IllegalArgumentException("A drawing has 1 to 40 parts");
        }
        if (parts.stream().anyMatch(part -> part.remaining().isZero())) {
            throw new IllegalArgumentException("A part draws at least one credit");
        }
    }

    public Credits total() {
        return parts.stream().map(Bucket::remaining).reduce(Credits.ZERO, Credits::plus);
    }

    /** Credits {@code from} to {@code to} in the order of burning, as parts. */
    List<Bucket> between(Credits from, Credits to) {
        List<Bucket> cut = new ArrayList<>();
        Credits passed = Credits.ZERO;
        for (Bucket part : parts) {
            Credits start = from.minus(passed.atMost(from)).atMost(part.remaining());
            Credits end = to.minus(passed.atMost(to)).atMost(part.remaining());
            if (start.isLessThan(end)) {
                cut.add(part.holding(end.minus(start)));
            }
            passed = passed.plus(part.remaining());
        }
        return List.copyOf(cut);
    }
}
