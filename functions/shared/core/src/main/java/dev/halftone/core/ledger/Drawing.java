package dev.halftone.core.ledger;

import java.util.List;

/** Which buckets a transfer takes its credits from, so that a void returns them to the same. */
public record Drawing(List<Part> parts) {

    // One conditional update names every part; above this its expression grows too long.
    public static final int PARTS_MAX = 40;

    /** Some credits of one grant. */
    public record Part(GrantId grant, Credits amount) {

        public Part {
            if (amount.isZero()) {
                throw new IllegalArgumentException("A part draws at least one credit");
            }
        }
    }

    public Drawing {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.size() > PARTS_MAX) {
            throw new IllegalArgumentException("A drawing has 1 to 40 parts");
        }
    }

    public Credits total() {
        return parts.stream().map(Part::amount).reduce(Credits.ZERO, Credits::plus);
    }
}
