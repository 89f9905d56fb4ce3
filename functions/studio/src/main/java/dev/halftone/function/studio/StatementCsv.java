package dev.halftone.function.studio;

import dev.halftone.core.ledger.Statement;
import dev.halftone.lambda.CsvCell;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of a statement as a table for a spreadsheet (RFC 4180).
 *
 * <p>A text that a spreadsheet would take for a formula begins with an apostrophe. Numbers are left
 * as they are: a deduction is a number below zero.
 */
final class StatementCsv {
    private static final String HEADER =
            "time,line,kind,credits,available_after,reason,failure,generation,price_version,"
                    + "answers,from,to,legs"
                    + CsvCell.END;

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
                                CsvCell.of(line.at().toString()),
                                CsvCell.of(line.id()),
                                CsvCell.of(line.kind()),
                                Long.toString(line.credits()),
                                Long.toString(line.availableAfter()),
                                CsvCell.of(line.reason()),
                                CsvCell.of(line.failure()),
                                CsvCell.of(line.generation()),
                                CsvCell.of(line.priceVersion()),
                                CsvCell.of(line.answers()),
                                CsvCell.of(String.join("; ", line.from())),
                                CsvCell.of(String.join("; ", line.to())),
                                CsvCell.of(legs)))
                + CsvCell.END;
    }
}
