package dev.halftone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.verify.UsageComparison.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: every difference between what a provider billed and our record is listed, once. */
class CompareUsageTest {
    private static final UsageComparison AS_IT_IS = UsageComparison.compiled(text -> text);
    private static final String HEADER = "request_id,cost\n";

    /** Two pages of a scan: two that are delivered, one of every other fate. */
    private static final String OURS =
            page(job("1", "succeeded", "", 150_000), job("2", "succeeded", "", 40_000))
                    + page(
                            job("3", "failed", "moderation", 150_000),
                            job("4", "failed", "timeout", 70_000),
                            job("5", "running", "", 150_000),
                            "{\"pk\":{\"S\":\"GENERATION#gen_6\"},\"state\":{\"S\":\"accepted\"}}");

    private static final String AGREED = HEADER + "req-1,0.15\nreq-2,0.040000\nreq-4,0.07\n";

    @TempDir private Path folder;

    @Test
    void findsNothingWhereAllAgrees() throws IOException {
        Result result = compare(AGREED);

        assertThat(result.code()).as(result.words()).isZero();
        assertThat(result.differences()).isEmpty();
        assertThat(result.words())
                .startsWith("Billed: 3 rows, 260000 micro-dollars.")
                .contains("Ours: 6 generations, 260000 micro-dollars.");
    }

    @Test
    void listsWhatWasBilledButIsUnknownToUs() throws IOException {
        lists(AGREED + "req-9,0.5\n", "billed but unknown to us,req-9,,,500000");
    }

    /** What was refused or is under way may be missing; what was given up may not. */
    @Test
    void listsWhatIsOursButWasNotBilled() throws IOException {
        lists(
                HEADER + "req-2,0.04\n",
                "ours but not billed,req-1,gen_1,150000,",
                "ours but not billed,req-4,gen_4,70000,");
    }

    @Test
    void listsEachFurtherTimeThatARequestWasBilled() throws IOException {
        lists(
                AGREED + "req-1,0.15\nreq-1,0.01\n",
                "billed twice,req-1,gen_1,150000,150000",
                "billed twice,req-1,gen_1,150000,10000");
    }

    @Test
    void listsAnAmountThatDiffersByAMillionth() throws IOException {
        lists(AGREED.replace("0.15", "0.150001"), "amount differs,req-1,gen_1,150000,150001");
    }

    /** What a provider refused costs nothing, so its bill is a difference. */
    @Test
    void listsWhatWasRefusedAndBilledAllTheSame() throws IOException {
        lists(AGREED + "req-3,0.15\n", "amount differs,req-3,gen_3,0,150000");
    }

    /**
     * RFC 4180: commas, quotes and line breaks within quotes, either end of line, none at the last.
     */
    @Test
    void readsQuotedCellsInAnyColumnOrder() throws IOException {
        Result result =
                compare(
                        "\uFEFFnote,\"price, \"\"net\"\"\",id\r\n"
                                + "\"a,\r\n"
                                + "b \"\"c\"\"\",0.15,req-1\r\n"
                                + ",\"0.04\",\"req-2\"\n"
                                + "\"\",0.07,req-4",
                        "--cost-column",
                        "price, \"net\"",
                        "--id-column",
                        "id");

        assertThat(result.code()).as(result.words() + result.differences()).isZero();
    }

    /** What a spreadsheet would calculate is only text once it begins with an apostrophe. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)"})
    void neutralisesWhatASpreadsheetWouldCalculate(String request) throws IOException {
        lists(AGREED + request + ",0\n", "billed but unknown to us,'" + request + ",,,0");
    }

    @Test
    void quotesWhatItQuotes() throws IOException {
        lists(AGREED + "\"=\"\"a\"\",b\",0\n", "billed but unknown to us,\"'=\"\"a\"\",b\",,,0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "request_id,price;req-1,1|line 1, column cost: is missing",
                "request_id,cost,cost;req-1,1,1|line 1, column cost: is there twice",
                "request_id,cost;req-1,1;req-2|line 3, column cost: the line has 1 columns",
                "request_id,cost;req-1,1,2|line 2, column cost: the line has 3 columns",
                "request_id,cost;req-1,\"1|line 2, column 2: the file ends within quotes",
                "request_id,cost;req\"1,1|line 2, column 1: a quote is out of place",
                "request_id,cost;\"req\"1,1|line 2, column 1: a quote is out of place",
                "request_id,cost;req-1,-0.1|line 2, column cost: \"-0.1\" is no amount",
                "request_id,cost;req-1,NaN|line 2, column cost: \"NaN\" is no amount",
                "request_id,cost;req-1,1e5|line 2, column cost: \"1e5\" is no amount",
                "request_id,cost;req-1,|line 2, column cost: \"\" is no amount",
                "request_id,cost;req-1,0.0000001|line 2, column cost: \"0.0000001\" is no amount",
                "''|line 1: there is no header",
            },
            quoteCharacter = '\'')
    void namesLineAndColumnOfWhatItCannotRead(String file, String complaint) throws IOException {
        refuses(compare(file.replace(";", "\n")), complaint);
    }

    @Test
    void refusesMoreRowsThanItCompares() throws IOException {
        UsageComparison narrow =
                UsageComparison.compiled(
                        text -> text.replace("ROWS_MAX = 1_000_000", "ROWS_MAX = 6"));

        assertThat(narrow.of(ours(OURS), usage(HEADER + "x,0\n".repeat(6))).code()).isEqualTo(1);
        refuses(
                narrow.of(ours(OURS), usage(HEADER + "x,0\n".repeat(7))),
                "line 8: is beyond the 6");
    }

    @Test
    void refusesALineThatIsTooLong() throws IOException {
        refuses(
                compare(HEADER + "\n".repeat(70_000) + "x,0\n" + "x".repeat(70_000)),
                "line 70003: ");
    }

    @Test
    void refusesAFileThatIsTooLong() throws IOException {
        UsageComparison narrow =
                UsageComparison.compiled(text -> text.replace("= 512L << 20", "= 900"));

        refuses(
                narrow.of(ours("{\"Items\":[]}"), usage("x".repeat(901))),
                "is longer than 900 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"Items\":[", "{\"Items\":[{\"pk\":\"", "[]", "{}", "{\"Items\":[{}]}"})
    void refusesARecordThatIsNone(String ours) throws IOException {
        refuses(AS_IT_IS.of(ours(ours), usage(AGREED)), "our record");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Path usage = Files.write(folder.resolve("usage.csv"), new byte[] {(byte) 0xff, ',', '1'});

        refuses(AS_IT_IS.of(ours(OURS), usage), "is not UTF-8");
        refuses(AS_IT_IS.of(ours(OURS), folder.resolve("nothing")), "cannot be read");
        refuses(AS_IT_IS.of(ours(OURS), usage, "--currency", "EUR"), "Usage:");
    }

    /** The planted faults: floats, a forgotten second bill, a formula that stays one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new BigDecimal(dollars).movePointRight(6).longValueExact()"
                        + "|(long) (Double.parseDouble(dollars) * 1_000_000)",
                "!billed.add(request) && !request.isEmpty()|!billed.add(request) && rows < 0",
                "\"=+-@|\"+-@",
            })
    void wouldShowAPlantedFault(String right, String wrong) throws IOException {
        String usage = HEADER + "req-1,1.005\nreq-1,1.005\n=1,0\n";
        UsageComparison planted = UsageComparison.compiled(text -> text.replace(right, wrong));

        assertThat(planted.of(ours(OURS), usage(usage)).differences())
                .isNotEqualTo(compare(usage).differences());
    }

    private void lists(String usage, String... differences) throws IOException {
        Result result = compare(usage);
        assertThat(result.differences()).as(result.words()).containsExactly(differences);
        assertThat(result.code()).isEqualTo(1);
    }

    private static void refuses(Result result, String complaint) {
        assertThat(result.words()).contains(complaint);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.differences()).isEmpty();
    }

    private Result compare(String usage, String... options) throws IOException {
        return AS_IT_IS.of(ours(OURS), usage(usage), options);
    }

    private Path ours(String pages) throws IOException {
        return Files.writeString(folder.resolve("ours.json"), pages);
    }

    private Path usage(String csv) throws IOException {
        return Files.write(folder.resolve("usage.csv"), csv.getBytes(StandardCharsets.UTF_8));
    }

    private static String page(String... items) {
        return "{\"Items\": [" + String.join(", ", items) + "], \"Count\": 2}\n";
    }

    private static String job(String number, String state, String reason, long cost) {
        return """
        {"pk":{"S":"GENERATION#gen_%s"},"state":{"S":"%s"},"assignedCost":{"N":"%d"},\
        "stateDetail":{"M":{"reason":{"S":"%s"},"request":{"M":{"id":{"S":"req\\u002d%s"}}}}}}\
        """
                .formatted(number, state, cost, reason, number);
    }
}
