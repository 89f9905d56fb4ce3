package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.batch.Sheet;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

// Protects people from a table that is understood wrongly: it is refused by a code of its own and
// nothing is kept, or each bad row is named.
class BatchUploadTest {
    private static final String KEY = "upload-number-1";

    private final Studio studio = new Studio();
    private final Studio.Person ada = studio.person(1, 100);

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("csv_utf16", Catalogue.file(2).getBytes(StandardCharsets.UTF_16)),
                Arguments.of(
                        "csv_not_utf8",
                        "name\nJ\u00fcrgen\n".getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("csv_nul", bytes("name\nVa\0se\n")),
                Arguments.of("csv_too_many_rows", bytes(Catalogue.file(Sheet.ROWS_MAX + 1))),
                Arguments.of("csv_too_large", new byte[Sheet.BYTES_MAX + 1]),
                Arguments.of("csv_no_header", new byte[0]),
                Arguments.of("csv_no_rows", bytes("name\n")),
                Arguments.of("csv_duplicate_columns", bytes("name,name\nVase,blue\n")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void refusesAFileByItsCodeAndKeepsNothing(String code, byte[] file) {
        HttpAnswer answer = studio.call(Catalogue.upload(ada, "", KEY).base64Body(file));

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(code.equals("csv_too_large") ? 413 : 422);
        assertThat(studio.batches.list(Samples.userId(1), 10, null).items()).isEmpty();
    }

    @Test
    void showsWhatItUnderstoodAndEveryBadRowWithItsLine() {
        HttpAnswer answer =
                studio.call(Catalogue.upload(ada, "name;colour\nVase;blue\nJug\nCup;red\n", KEY));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/batch/columns").toString())
                .isEqualTo("[\"name\",\"colour\"]");
        assertThat(answer.json().at("/preview/0/cells/1").asString()).isEqualTo("blue");
        assertThat(answer.json().get("findings").toString())
                .isEqualTo("[{\"row\":2,\"line\":3,\"code\":\"wrong_number_of_cells\"}]");
        assertThat(answer.json().at("/batch/rows/bad").asInt()).isEqualTo(1);
    }

    // A lost answer and a second click are one upload.
    @Test
    void keepsOneForTwoUploadsUnderOneKey() {
        HttpAnswer first = studio.call(Catalogue.upload(ada, Catalogue.file(2), KEY));
        HttpAnswer second = studio.call(Catalogue.upload(ada, Catalogue.file(2), KEY));
        HttpAnswer other = studio.call(Catalogue.upload(ada, Catalogue.file(3), KEY));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().at("/batch/id")).isEqualTo(first.json().at("/batch/id"));
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
        assertThat(studio.batches.list(Samples.userId(1), 10, null).items()).hasSize(1);
    }

    @Test
    void takesNoFormOfSomebodyElsesPage() {
        HttpAnswer answer =
                studio.call(
                        Catalogue.upload(ada, Catalogue.file(2), KEY)
                                .header("content-type", "text/plain"));

        assertThat(answer.code()).isEqualTo("unsupported_media_type");
    }

    @Test
    void showsNobodyElsesBatch() {
        Catalogue catalogue = new Catalogue(studio, ada, Catalogue.file(2), KEY);
        Studio.Person eve = studio.person(2, 100);

        assertThat(
                        Stream.of(
                                "catalogue",
                                "catalogue-result",
                                "catalogue-quote",
                                "catalogue-start",
                                "catalogue-pause",
                                "catalogue-resume",
                                "catalogue-cancel",
                                "catalogue-retry"))
                .allSatisfy(
                        name ->
                                assertThat(
                                                studio.call(
                                                                eve.event(name)
                                                                        .pathParameter(
                                                                                "id",
                                                                                catalogue.id()))
                                                        .code())
                                        .isEqualTo("unknown_catalogue"));
        assertThat(studio.call(eve.event("catalogues")).json().get("items")).isEmpty();
        assertThat(studio.call(ada.event("catalogues")).json().get("items")).hasSize(1);
    }
}
