package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Protects: a character is described once, ordered in its wording of that day, and seen with the
 * result.
 */
class CharactersIT {

    @RegisterExtension final Visit visit = new Visit();

    @ParameterizedTest
    @EnumSource(Device.class)
    void ordersACharacterInTheWordsOfThatDayAndTheSameAgain(Device device) {
        Person person = Person.inTheStudio(visit, device);
        Page page = person.page();
        describe(person, "A grey cat with a torn ear");
        visit.look("characters");

        page.navigate(visit.home().toString());
        person.describes("On a pier at dusk");
        page.getByText("Project, character and look").click();
        page.getByLabel("Character", exactly()).selectOption("Mina");
        page.getByLabel("Style", exactly()).fill("film noir");
        visit.look("ordering");
        person.generates();
        assertThat(person.newest().getByRole(AriaRole.IMG)).isVisible();
        rewrite(person, "A black cat");

        person.goesTo("History");
        person.button("On a pier at dusk").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Mina, wording 1: A grey cat with a torn ear");
        assertThat(dialog).containsText("film noir");
        visit.look("made-with");
        person.button("Use again").click();
        assertThat(page.locator("#brief option:checked")).hasText("Mina, wording 1");
        assertThat(page.getByLabel("Style", exactly())).hasValue("film noir");
    }

    private void describe(Person person, String text) {
        Page page = person.page();
        page.navigate(visit.home().resolve("/characters").toString());
        person.button("New character").click();
        page.getByLabel("Name").fill("Mina");
        page.getByLabel("Who it is").fill(text);
        person.button("Keep the character").click();
        assertThat(page.locator(".brief")).containsText("Wording 1");
    }

    private void rewrite(Person person, String text) {
        Page page = person.page();
        page.navigate(visit.home().resolve("/characters").toString());
        person.button("Rewrite Mina").click();
        page.getByLabel("Who it is").fill(text);
        person.button("Keep the new wording").click();
        assertThat(page.locator(".brief")).containsText("Wording 2");
        page.getByText("Earlier wordings").click();
        assertThat(page.locator(".wordings")).containsText("A grey cat with a torn ear");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
