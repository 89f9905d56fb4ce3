package dev.halftone.core.seal;

import java.util.List;

/**
 * Writes the file of all roots: {@code halftone-roots}, {@code key} and {@code root} records, in
 * this order. Nothing in it is about any one account, so everybody may have it, and ought to keep
 * it.
 */
public final class ReadRoots {

    private final Roots roots;
    private final int rootsMax;

    public ReadRoots(Roots roots) {
        this(roots, Roots.ROOTS_MAX - 1);
    }

    /** For tests: how many roots a piece has. */
    public ReadRoots(Roots roots, int rootsMax) {
        this.roots = roots;
        this.rootsMax = rootsMax;
    }

    /**
     * One piece.
     *
     * @param after 0 for the first piece, else the {@code next} of the one before, or the last
     *     number that the reader has
     */
    public FilePage read(long after) {
        List<SignedRoot> found = roots.roots(after, rootsMax + 1);
        boolean last = found.size() <= rootsMax;
        List<SignedRoot> shown = last ? found : found.subList(0, rootsMax);
        Records records = new Records();
        if (after == 0) {
            records.beginRoots(roots.keys());
        }
        shown.forEach(records::root);
        return new FilePage(records.text(), last ? null : shown.getLast().root().number());
    }
}
