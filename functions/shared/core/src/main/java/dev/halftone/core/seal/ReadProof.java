package dev.halftone.core.seal;

import dev.halftone.core.account.AccountId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes an account's statement file: every line it has, and what proves that none of them was
 * changed since.
 *
 * <p>One record a line, the first word says what it is: {@code halftone-statement}, {@code
 * account}, {@code key}, {@code checkpoint}, {@code line}, {@code root} and {@code proof}, in this
 * order. What describes the file is in its first piece, root and proof are in its last. A line that
 * the journal has lost is left out, so that its number is missing: this shows what is there, and
 * judges nothing.
 */
public final class ReadProof {

    private final Seals seals;
    private final Roots roots;
    private final Checkpoints checkpoints;
    private final int linesMax;

    public ReadProof(Seals seals, Roots roots, Checkpoints checkpoints) {
        this(seals, roots, checkpoints, Seals.LINES_MAX - 1);
    }

    /** For tests: how many lines a piece has. */
    public ReadProof(Seals seals, Roots roots, Checkpoints checkpoints, int linesMax) {
        this.seals = seals;
        this.roots = roots;
        this.checkpoints = checkpoints;
        this.linesMax = linesMax;
    }

    /**
     * One piece.
     *
     * @param after 0 for the first piece, else the {@code next} of the one before
     */
    public FilePage read(AccountId account, long after) {
        // Before the lines, so that no line it covers can be missing from them.
        Optional<Roots.Coverage> coverage = roots.coverage(account);
        Checkpoint removed = null;
        List<SealedLine> lines = seals.lines(account, after, linesMax + 1);
        Records records = new Records();
        if (after == 0) {
            records.beginStatement(account, roots.keys());
            Optional<SignedCheckpoint> retained =
                    beginsAtOne(lines) ? Optional.empty() : checkpoints.retained(account);
            if (retained.isPresent()) {
                records.checkpoint(retained.get());
                removed = retained.get().checkpoint();
                lines = seals.lines(account, removed.head().number(), linesMax + 1);
            }
        }
        boolean last = lines.size() <= linesMax;
        List<SealedLine> shown = last ? lines : lines.subList(0, linesMax);
        shown.forEach(records::line);
        if (last) {
            coverage.ifPresent(records::coverage);
        }
        return new FilePage(records.text(), next(shown, last));
    }

    private static boolean beginsAtOne(List<SealedLine> lines) {
        return !lines.isEmpty() && lines.getFirst().number() == 1;
    }

    private static @Nullable Long next(List<SealedLine> shown, boolean last) {
        return last ? null : shown.getLast().number();
    }
}
