package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.lambda.CsvCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: a table that is opened in a spreadsheet shows what it says and does nothing. */
class StatementCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void makesNoTextAFormula(String text) {
        assertThat(CsvCell.of(text).replace("\"", "")).isEqualTo("'" + text);
    }

    @Test
    void quotesWhatWouldEndACell() {
        assertThat(CsvCell.of("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvCell.of("a \"b\"")).isEqualTo("\"a \"\"b\"\"\"");
        assertThat(CsvCell.of("a\r\nb")).isEqualTo("\"a\r\nb\"");
    }

    @Test
    void leavesACellEmptyWhereThereIsNothing() {
        assertThat(CsvCell.of(null)).isEmpty();
    }
}
