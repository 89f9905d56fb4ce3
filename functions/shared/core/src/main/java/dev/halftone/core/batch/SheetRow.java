package dev.halftone.core.batch;

import java.util.List;

/**
 * One row of what was uploaded.
 *
 * @param number from 1, the header not counted
 * @param line where it begins in the file, from 1
 * @param cells one a column; none if the row was malformed
 */
public record SheetRow(int number, long line, List<String> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
        if (number < 1 || line < 1) {
            throw new IllegalArgumentException("Rows and lines are counted from one");
        }
    }
}
