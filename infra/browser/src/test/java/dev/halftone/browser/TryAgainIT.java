package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Protects: after a failure the way on is one click, and nothing that was typed gets lost on it.
 */
class TryAgainIT {
    private static final String PROMPT = "A paper boat in a gutter [fail]";

    @RegisterExtension final Visit visit = new Visit();

    @Test
    void asksForTheSameOnceMoreWithOneClick() {
        Person person = Person.inTheStudio(visit, Device.DESKTOP);
        fail(person);
        visit.look("failed");

        person.button("Try again · 4 credits").click();

        assertThat(person.page().getByRole(AriaRole.ARTICLE)).hasCount(2);
        assertThat(person.newest()).containsText(PROMPT);
        assertThat(person.newest()).containsText("4 credits came back.");
        assertThat(person.balance()).hasText("Balance: 25 credits");
        visit.look("failed-twice");
    }

    @Test
    void asksForTheSameOnceMoreFromTheHistory() {
        Person person = Person.inTheStudio(visit, Device.PHONE);
        fail(person);
        person.goesTo("History");
        person.button("A paper boat").click();
        visit.look("detail");

        person.button("Try again · 4 credits").click();

        assertThat(person.page().getByRole(AriaRole.ARTICLE)).hasCount(2);
        assertThat(person.newest()).containsText("4 credits came back.");
    }

    @Test
    void bringsBackWhatAnOldPromptReplaced() {
        Person person = Person.inTheStudio(visit, Device.DESKTOP);
        fail(person);
        person.describes("Half an idea");

        person.button("Change it first").click();

        Locator prompt = person.page().getByLabel("Describe the picture");
        assertThat(prompt).hasValue(PROMPT);
        visit.look("replaced");
        person.button("Bring it back").click();
        assertThat(prompt).hasValue("Half an idea");
        assertThat(person.button("Bring it back")).not().isVisible();
    }

    private void fail(Person person) {
        person.describes(PROMPT);
        person.generates();
        assertThat(person.newest()).containsText("The provider could not finish it");
        assertThat(person.newest()).containsText("4 credits came back.");
    }
}
