package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Protects: people find what they made, show it to whom they want, and get rid of it for good. */
class LibraryIT {

    @RegisterExtension final Visit visit = new Visit();

    @Test
    void findsFilesSharesAndRemovesAResult() {
        Person person = Person.inTheStudio(visit, Device.DESKTOP);
        person.describes("A heron in the reeds");
        person.generates();
        assertThat(person.newest().getByRole(AriaRole.IMG)).isVisible();
        person.goesTo("History");
        Page page = person.page();

        page.getByLabel("Search").fill("giraffe");
        page.getByLabel("Search").press("Enter");
        assertThat(person.heading("Nothing like that")).isVisible();
        page.getByLabel("Search").fill("REEDS heron");
        page.getByLabel("Search").press("Enter");
        assertThat(tile(person)).isVisible();
        visit.look("library");

        person.button("New project").click();
        page.getByLabel("Name").fill("Birds");
        person.button("Create").click();
        assertThat(page.locator("#history-project")).hasValue(Pattern.compile("prj_.+"));
        person.button("Show all").click();
        tile(person).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Project").selectOption("Birds");

        dialog.getByText("Share a link").click();
        person.button("Make the link").click();
        Locator link = dialog.getByLabel("Anybody with this link sees it until");
        assertThat(link).hasValue(Pattern.compile("http.+/s/.+"));
        visit.look("shared");
        person.button("Take it back").click();
        assertThat(link).not().isVisible();

        dialog.getByText("Remove", new Locator.GetByTextOptions().setExact(true)).click();
        person.button("Remove for good").click();
        assertThat(person.heading("Nothing here yet")).isVisible();
    }

    private static Locator tile(Person person) {
        return person.button("A heron in the reeds");
    }
}
