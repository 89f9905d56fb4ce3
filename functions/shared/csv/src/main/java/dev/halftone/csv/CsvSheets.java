package dev.halftone.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.halftone.core.Digest;
import dev.halftone.core.batch.ParsedSheet;
import dev.halftone.core.batch.RowFinding;
import dev.halftone.core.batch.Sheet;
import dev.halftone.core.batch.SheetReader;
import dev.halftone.core.batch.SheetRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads files with FastCSV. */
public final class CsvSheets implements SheetReader {

    private static final String MALFORMED = "csv_malformed";

    @Override
    public Reading read(byte[] file) {
        if (file.length > Sheet.BYTES_MAX) {
            return new Reading.Refused("csv_too_large");
        }
        return switch (FileText.of(file)) {
            case FileText.Refused refused -> new Reading.Refused(refused.code());
            case FileText.Text text -> read(text.text(), Digest.sha256Hex(file));
        };
    }

    private static Reading read(String text, String sha256) {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(Delimiter.of(text))
                        .skipEmptyLines(true)
                        // Whether a row has as many cells as there are columns is said of each row.
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(true)
                        .ofCsvRecord(text)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                return new Reading.Refused("csv_no_header");
            }
            List<String> columns = records.next().getFields().stream().map(String::strip).toList();
            return refusedHeader(columns)
                    .<Reading>map(Reading.Refused::new)
                    .orElseGet(() -> new Rows(columns, text).read(records, sha256));
        } catch (CsvParseException _) {
            return new Reading.Refused(MALFORMED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> refusedHeader(List<String> columns) {
        if (columns.size() > Sheet.COLUMNS_MAX) {
            return Optional.of("csv_too_many_columns");
        }
        if (columns.stream().anyMatch(String::isEmpty)) {
            return Optional.of(
                    columns.stream().allMatch(String::isEmpty)
                            ? "csv_no_header"
                            : "csv_unnamed_column");
        }
        if (columns.stream().anyMatch(name -> name.length() > 100 || hasBraces(name))) {
            return Optional.of("csv_unusable_column");
        }
        long different =
                columns.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().count();
        return different < columns.size() ? Optional.of("csv_duplicate_columns") : Optional.empty();
    }

    // A template could not name it.
    private static boolean hasBraces(String name) {
        return name.indexOf('{') >= 0 || name.indexOf('}') >= 0;
    }

    /** The rows after the header. */
    private static final class Rows {

        private final List<String> columns;
        private final boolean endsInQuotes;
        private final List<SheetRow> rows = new ArrayList<>();
        private final List<RowFinding> findings = new ArrayList<>();

        Rows(List<String> columns, String text) {
            this.columns = columns;
            // Each quote of a well-formed file has its other, those within cells included.
            this.endsInQuotes = text.chars().filter(each -> each == '"').count() % 2 == 1;
        }

        Reading read(Iterator<CsvRecord> records, String sha256) {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                if (rows.size() == Sheet.ROWS_MAX) {
                    return new Reading.Refused("csv_too_many_rows");
                }
                add(record, endsInQuotes && !records.hasNext());
            }
            if (rows.isEmpty()) {
                return new Reading.Refused("csv_no_rows");
            }
            return new Reading.Read(
                    new ParsedSheet(new Sheet(columns, rows.size(), sha256), rows, findings));
        }

        private void add(CsvRecord record, boolean open) {
            int number = rows.size() + 1;
            long line = record.getStartingLineNumber();
            String code = open ? "unclosed_quote" : fault(record.getFields());
            if (code != null) {
                findings.add(new RowFinding(number, line, code));
            }
            rows.add(new SheetRow(number, line, code == null ? record.getFields() : List.of()));
        }

        private @Nullable String fault(List<String> cells) {
            if (cells.size() != columns.size()) {
                return "wrong_number_of_cells";
            }
            boolean tooLong =
                    cells.stream().anyMatch(cell -> cell.length() > Sheet.CELL_CHARACTERS_MAX)
                            || cells.stream().mapToInt(String::length).sum()
                                    > Sheet.ROW_CHARACTERS_MAX;
            return tooLong ? "row_too_long" : null;
        }
    }
}
