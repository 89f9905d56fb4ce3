package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: a table that is opened in a spreadsheet shows what it says and does nothing. */
class StatementCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void makesNoTextAFormula(String text) {
        assertThat(StatementCsv.text(text).replace("\"", "")).isEqualTo("'" + text);
    }

    @Test
    void quotesWhatWouldEndACell() {
        assertThat(StatementCsv.text("a,b")).isEqualTo("\"a,b\"");
        assertThat(StatementCsv.text("a \"b\"")).isEqualTo("\"a \"\"b\"\"\"");
        assertThat(StatementCsv.text("a\r\nb")).isEqualTo("\"a\r\nb\"");
    }

    @Test
    void leavesACellEmptyWhereThereIsNothing() {
        assertThat(StatementCsv.text(null)).isEmpty();
    }
}
