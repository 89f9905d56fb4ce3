package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Protects: somebody with a table of products sees what becomes of it before it costs anything. */
class CatalogueIT {
    private static final double MADE_MILLIS_MAX = 60_000;

    @RegisterExtension final Visit visit = new Visit();

    private static FilePayload file(byte[] bytes) {
        return new FilePayload("products.csv", "text/csv", bytes);
    }

    private static FilePayload file(String text) {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What cannot be used is refused, and a browser tells of every refusal. */
    private void expectRefusals() {
        visit.expect(Fault.Kind.FAILED_REQUEST, "422 ");
        visit.expect(Fault.Kind.CONSOLE, "status of 422");
    }

    @Test
    void leadsFromATableToAPictureOfEveryRow() throws IOException {
        expectRefusals();
        Person person = Person.inTheStudio(visit, Device.DESKTOP);
        person.goesTo("Catalogues");

        person.page()
                .getByLabel("Choose a CSV file")
                .setInputFiles(file("name,colour\nVase,blue\nJug\nCup,red\n"));
        assertThat(person.page().getByText("Line 3 has more or fewer cells")).isVisible();
        person.page().getByLabel("Model").selectOption("flux-dev");
        person.page().getByLabel("What is to be made of each row").fill("{name} in {color}");
        assertThat(person.page().getByText("There is no column “color”.")).isVisible();
        person.page().getByLabel("What is to be made of each row").fill("{name} in {colour}");
        assertThat(person.page().getByText("Vase in blue")).isVisible();
        visit.look("catalogue-terms");
        person.button("Start 2 rows for 2 credits").click();

        assertThat(person.page().locator("batch-progress"))
                .containsText("2 made", new ContainsTextOptions().setTimeout(MADE_MILLIS_MAX));
        assertThat(person.page().getByText("Finished.").last()).isVisible();
        visit.look("catalogue-progress");
        Download result =
                person.page().waitForDownload(() -> person.button("Download result").click());
        assertThat(Files.readString(result.path()))
                .contains("1,made,,1,gen_", "2,bad,invalid_row,0");
    }

    @Test
    void saysWhatIsWrongWithAFileAndTakesTheMendedOne() {
        expectRefusals();
        Person person = Person.inTheStudio(visit, Device.PHONE);
        person.page().navigate(visit.home().resolve("/catalogues").toString());
        byte[] latin = "name\nKr\u00fcge\n".getBytes(StandardCharsets.ISO_8859_1);

        person.page().getByLabel("Choose a CSV file").setInputFiles(file(latin));
        assertThat(person.page().getByText("The file is not UTF-8.")).isVisible();
        visit.look("catalogue-refused");

        person.page().getByLabel("Choose a CSV file").setInputFiles(file("name\nKr\u00fcge\n"));
        assertThat(person.button("Start 1 row for")).isVisible();
        visit.look("catalogue-phone");
    }
}
