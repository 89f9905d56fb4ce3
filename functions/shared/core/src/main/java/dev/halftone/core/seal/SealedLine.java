package dev.halftone.core.seal;

import org.jspecify.annotations.Nullable;

/**
 * A line of an account's chain, joined with what the journal says now.
 *
 * @param hash what the chain was after this line when it was sealed
 * @param line {@code null} if the journal has no such entry any more, or none that can be read
 */
public record SealedLine(long number, String hash, @Nullable LineText line) {

    /** Whether this is the line that follows {@code before}, as it was when it was sealed. */
    public boolean follows(Head before) {
        return line != null
                && before.number() + 1 == number
                && before.then(line).hash().equals(hash);
    }
}
