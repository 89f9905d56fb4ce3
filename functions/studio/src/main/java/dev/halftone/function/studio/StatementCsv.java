package dev.halftone.function.studio;

import dev.halftone.core.ledger.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a statement as a table for a spreadsheet (RFC 4180).
 *
 * <p>A text that a spreadsheet would take for a formula begins with an apostrophe. Numbers are left
 * as they are: a deduction is a number below zero.
 */
final class StatementCsv {
    private static final String END = "\r\n";
    private static final String HEADER =
            "time,line,kind,credits,available_after,reason,failure,generation,price_version,"
                    + "answers,from,to,legs"
                    + END;
    // What spreadsheets read as a formula, or skip before one.
    private static final String FORMULA = "=+-@\t\r\n";

    private StatementCsv() {}

    static String text(List<Statement.Line> lines, boolean first) {
        return (first ? HEADER : "")
                + lines.stream()
                        .map(StatementResource.Line::of)
                        .map(StatementCsv::row)
                        .collect(Collectors.joining());
    }

    private static String row(StatementResource.Line line) {
        String legs =
                line.legs().entrySet().stream()
                        .map(leg -> leg.getKey() + " " + leg.getValue())
                        .collect(Collectors.joining("; "));
        return String.join(
                        ",",
                        Arrays.asList(
                                text(line.at().toString()),
                                text(line.id()),
                                text(line.kind()),
                                Long.toString(line.credits()),
                                Long.toString(line.availableAfter()),
                                text(line.reason()),
                                text(line.failure()),
                                text(line.generation()),
                                text(line.priceVersion()),
                                text(line.answers()),
                                text(String.join("; ", line.from())),
                                text(String.join("; ", line.to())),
                                text(legs)))
                + END;
    }

    static String text(@Nullable String value) {
        String cell = Objects.requireNonNullElse(value, "");
        if (!cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0) {
            cell = "'" + cell;
        }
        boolean quoted = cell.chars().anyMatch(each -> ",\"\r\n".indexOf(each) >= 0);
        return quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
