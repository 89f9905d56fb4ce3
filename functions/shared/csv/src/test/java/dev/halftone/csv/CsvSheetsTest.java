package dev.halftone.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.batch.ParsedSheet;
import dev.halftone.core.batch.RowFinding;
import dev.halftone.core.batch.Sheet;
import dev.halftone.core.batch.SheetReader.Reading;
import dev.halftone.core.batch.SheetRow;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// Protects people from pictures of what they did not write: a file is read as it was meant, or
// refused with its reason.
class CsvSheetsTest {

    private static final String FILE =
            "name,colour\r\nVase,blue\r\nJug,\"red, or \"\"rust\"\"\"\r\n";

    private static Reading read(byte[] file) {
        return new CsvSheets().read(file);
    }

    private static Reading read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ParsedSheet parsed(String text) {
        assertThat(read(text)).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) read(text)).parsed();
    }

    private static String code(Reading reading) {
        return ((Reading.Refused) reading).code();
    }

    @Test
    void readsWhatRfc4180Describes() {
        ParsedSheet parsed = parsed(FILE);

        assertThat(parsed.sheet().columns()).containsExactly("name", "colour");
        assertThat(parsed.rows())
                .containsExactly(
                        new SheetRow(1, 2, List.of("Vase", "blue")),
                        new SheetRow(2, 3, List.of("Jug", "red, or \"rust\"")));
        assertThat(parsed.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsOutWhatSeparatesCells(String delimiter) {
        String text = String.join(delimiter, "name", "text") + "\nVase," + delimiter + "a;b\n";
        String quoted = text.replace("Vase,", "\"Vase,\"").replace("a;b", "\"a;b\"");

        assertThat(parsed(quoted).rows())
                .extracting(SheetRow::cells)
                .containsExactly(List.of("Vase,", "a;b"));
    }

    @Test
    void leavesOutTheMarkThatSomeProgramsPutFirst() {
        assertThat(parsed("\uFEFF" + FILE).sheet().columns()).containsExactly("name", "colour");
    }

    @Test
    void keepsLineEndsWithinCellsAndCountsThemAsLines() {
        ParsedSheet parsed = parsed("name,colour\n\"Vase\nlarge\",blue\nJug,red\n");

        assertThat(parsed.rows())
                .containsExactly(
                        new SheetRow(1, 2, List.of("Vase\nlarge", "blue")),
                        new SheetRow(2, 4, List.of("Jug", "red")));
    }

    // One bad row is one finding with its line; the others can be used.
    @Test
    void tellsEveryMalformedRowWithItsLine() {
        ParsedSheet parsed = parsed("name,colour\nVase,blue\nJug\n\nCup,red,large\nPot,green\n");

        assertThat(parsed.findings())
                .containsExactly(
                        new RowFinding(2, 3, "wrong_number_of_cells"),
                        new RowFinding(3, 5, "wrong_number_of_cells"));
        assertThat(parsed.rows()).extracting(row -> row.cells().size()).containsExactly(2, 0, 0, 2);
    }

    @Test
    void tellsAQuoteThatIsNeverClosed() {
        ParsedSheet parsed = parsed("name,colour\nVase,blue\nJug,\"red\nCup,green\n");

        assertThat(parsed.findings()).containsExactly(new RowFinding(2, 3, "unclosed_quote"));
    }

    @Test
    void tellsARowThatNoPromptCouldHold() {
        ParsedSheet parsed = parsed("name\n" + "x".repeat(8_001) + "\nJug\n");

        assertThat(parsed.findings()).containsExactly(new RowFinding(1, 2, "row_too_long"));
    }

    @Test
    void refusesUtf16() {
        assertThat(code(read(FILE.getBytes(StandardCharsets.UTF_16)))).isEqualTo("csv_utf16");
        byte[] little = ("\uFEFF" + FILE).getBytes(StandardCharsets.UTF_16LE);
        assertThat(code(read(little))).isEqualTo("csv_utf16");
    }

    @Test
    void refusesLatin1() {
        byte[] latin = "name\nJürgen\n".getBytes(Charset.forName("ISO-8859-1"));

        assertThat(code(read(latin))).isEqualTo("csv_not_utf8");
    }

    @Test
    void refusesWhatAGatewayCouldNotRead() {
        assertThat(code(read("name\nJ\uFFFDrgen\n"))).isEqualTo("csv_not_utf8");
    }

    @Test
    void refusesNul() {
        assertThat(code(read("name\nVa\0se\n"))).isEqualTo("csv_nul");
    }

    @Test
    void takesFiveThousandRowsAndNotOneMore() {
        String rows =
                IntStream.rangeClosed(1, Sheet.ROWS_MAX)
                        .mapToObj(row -> "Vase " + row + "\n")
                        .collect(Collectors.joining());

        assertThat(parsed("name\n" + rows).rows()).hasSize(Sheet.ROWS_MAX);
        assertThat(code(read("name\n" + rows + "Jug\n"))).isEqualTo("csv_too_many_rows");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        byte[] large = new byte[Sheet.BYTES_MAX + 1];
        Arrays.fill(large, (byte) 'x');

        assertThat(code(read(large))).isEqualTo("csv_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", ",,\nVase,blue,1\n"})
    void refusesAFileWithoutHeader(String text) {
        assertThat(code(read(text))).isEqualTo("csv_no_header");
    }

    @Test
    void refusesColumnsOfOneName() {
        assertThat(code(read("name,Name\nVase,Jug\n"))).isEqualTo("csv_duplicate_columns");
    }

    @Test
    void refusesAColumnWithoutName() {
        assertThat(code(read("name,\nVase,blue\n"))).isEqualTo("csv_unnamed_column");
    }

    @Test
    void refusesAHeaderWithoutRows() {
        assertThat(code(read("name,colour\n"))).isEqualTo("csv_no_rows");
    }

    @Test
    void refusesMoreColumnsThanAnybodyNames() {
        String header =
                IntStream.rangeClosed(0, Sheet.COLUMNS_MAX)
                        .mapToObj(column -> "c" + column)
                        .collect(Collectors.joining(","));

        assertThat(code(read(header + "\n"))).isEqualTo("csv_too_many_columns");
    }
}
