package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: who is refused sees at once why, and that it cost nothing. */
class RefusalIT {
    @RegisterExtension final Visit visit = new Visit();

    @ParameterizedTest
    @EnumSource(Device.class)
    void showsTheReasonAndTheCreditsThatCameBack(Device device) {
        Person person = Person.inTheStudio(visit, device);

        person.describes("A quiet street [moderation]");
        person.generates();

        assertThat(person.newest()).containsText("The provider's rules refused the prompt");
        // The page is in English, so are the words that the server adds to it for a German browser.
        assertThat(person.newest()).containsText("The provider's safety rules did not allow");
        assertThat(person.newest()).containsText("4 credits came back.");
        assertThat(person.newest().getByRole(AriaRole.PROGRESSBAR)).not().isVisible();
        assertThat(person.balance()).hasText("Balance: 25 credits");
        visit.look("refused");
        person.goesTo("Statement");
        Locator back = person.page().getByRole(AriaRole.ROW).nth(1);
        assertThat(back).containsText("Came back");
        assertThat(back).containsText("The provider's rules refused it");
        assertThat(back).containsText("+4");
        visit.look("statement");
    }
}
