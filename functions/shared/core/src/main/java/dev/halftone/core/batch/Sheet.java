package dev.halftone.core.batch;

import java.util.List;

/**
 * What was uploaded, without its rows.
 *
 * @param columns their names, in order, each once
 * @param rows how many there are, the malformed ones included
 * @param sha256 of the file as it came, so that a repeat is told from another file
 */
public record Sheet(List<String> columns, int rows, String sha256) {

    /** A spreadsheet of more is a data set, and a person could not look through what it makes. */
    public static final int ROWS_MAX = 5_000;

    /** Four megabytes: with its escapes it still fits into what a function may be sent. */
    public static final int BYTES_MAX = 4 * 1024 * 1024;

    public static final int COLUMNS_MAX = 100;

    /** Longer than any prompt. */
    public static final int CELL_CHARACTERS_MAX = 8_000;

    public static final int ROW_CHARACTERS_MAX = 32_000;

    public Sheet {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || columns.size() > COLUMNS_MAX || rows < 1 || rows > ROWS_MAX) {
            throw new IllegalArgumentException("A sheet has 1 to 5,000 rows of 1 to 100 columns");
        }
    }
}
