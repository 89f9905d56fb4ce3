package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: a person sees where every credit went, and keeps it, without asking anybody. */
class StatementIT {
    @RegisterExtension final Visit visit = new Visit();

    @ParameterizedTest
    @EnumSource(Device.class)
    void showsADeductionBesideItsReturnAsOneStory(Device device) {
        Person person = refused(device);

        Locator story = person.page().locator(".story").first();

        assertThat(story.getByRole(AriaRole.ROW)).hasCount(2);
        Locator back = story.getByRole(AriaRole.ROW).first();
        assertThat(back).containsText("Came back");
        assertThat(back).containsText("The provider's rules refused it");
        assertThat(back).containsText("Gives back the 4 credits of ");
        assertThat(back).containsText("+4");
        assertThat(story.getByRole(AriaRole.ROW).last()).containsText("Set aside");
        assertThat(story.getByRole(AriaRole.ROW).last()).containsText("−4");
        visit.look("story");
        back.getByText("See it").click();
        assertThat(person.page().getByText("Shape and size")).isVisible();
    }

    @Test
    void showsThatThePartsAreTheWhole() {
        Person person = refused(Device.DESKTOP);

        assertThat(person.page().getByLabel("Of 25 credits: Available 25")).isVisible();
        assertThat(person.page().locator(".figure.part-granted")).hasText("Granted25");
        assertThat(person.page().locator(".figure.part-used")).hasText("Used0");
    }

    @Test
    void showsOnlyTheLinesThatAreAskedFor() {
        Person person = refused(Device.PHONE);
        Locator rows = person.page().locator(".story").getByRole(AriaRole.ROW);
        assertThat(rows).hasCount(3);

        person.page().getByLabel("Show").selectOption("refunds");

        assertThat(rows).hasCount(1);
        assertThat(rows).containsText("Came back");
        visit.look("refunds");
        person.page()
                .getByLabel("To", new Page.GetByLabelOptions().setExact(true))
                .fill("2020-01-01");
        assertThat(person.page().getByText("There are no such lines.")).isVisible();
        person.button("Show all").click();
        assertThat(rows).hasCount(3);
    }

    @Test
    void givesTheLinesAsATable() throws IOException {
        Person person = refused(Device.DESKTOP);

        Download file = person.page().waitForDownload(() -> person.button("Download CSV").click());

        List<String> rows = Files.readAllLines(file.path());
        assertThat(file.suggestedFilename()).isEqualTo("halftone-statement.csv");
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).startsWith("time,line,kind,credits,available_after,reason");
        assertThat(rows.get(1)).contains(",void,4,25,generation,moderation,gen_");
        assertThat(rows.get(2)).contains(",pending,-4,21,generation,,gen_");
        assertThat(rows.get(3)).contains(",grant,25,25,welcome,");
    }

    private Person refused(Device device) {
        Person person = Person.inTheStudio(visit, device);
        person.describes("A quiet street [moderation]");
        person.generates();
        assertThat(person.newest()).containsText("4 credits came back.");
        person.goesTo("Statement");
        assertThat(person.page().getByText("The ledger starts here.")).isVisible();
        return person;
    }
}
