package dev.halftone.core.mark;

import dev.halftone.core.mark.Piece.Range;
import java.util.List;

/**
 * What lies where in a file.
 *
 * @param content everything that stays the same when a mark of ours comes or goes, in order
 * @param packets the texts about the file (XMP), ours among them
 * @param signed whether it carries a manifest of content credentials (C2PA), which any change of
 *     the file would break
 */
record Anatomy(List<Range> content, List<Range> packets, boolean signed) {

    Anatomy {
        content = List.copyOf(content);
        packets = List.copyOf(packets);
    }
}
