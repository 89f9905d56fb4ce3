package dev.halftone.lambda;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text as a cell of a table for a spreadsheet (RFC 4180).
 *
 * <p>One that a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class CsvCell {
    /** What a row ends with. */
    public static final String END = "\r\n";

    // What spreadsheets read as a formula, or skip before one.
    private static final String FORMULA = "=+-@\t\r\n";

    private CsvCell() {}

    public static String of(@Nullable String value) {
        String cell = Objects.requireNonNullElse(value, "");
        if (!cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0) {
            cell = "'" + cell;
        }
        boolean quoted = cell.chars().anyMatch(each -> ",\"\r\n".indexOf(each) >= 0);
        return quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
