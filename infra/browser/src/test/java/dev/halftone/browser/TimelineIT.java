package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: whoever asks why credits went or came back is told, where the question comes up. */
class TimelineIT {
    @RegisterExtension final Visit visit = new Visit();

    @ParameterizedTest
    @EnumSource(Device.class)
    void tellsFromTheStatementWhyCreditsCameBack(Device device) {
        Person person = Person.inTheStudio(visit, device);
        person.describes("A quiet street [moderation]");
        person.generates();
        assertThat(person.newest()).containsText("4 credits came back.");
        person.goesTo("Statement");
        Locator story = person.page().locator(".story").first();

        story.getByText("What happened").click();

        Locator steps = story.locator(".step");
        assertThat(steps.first()).containsText("Price promised");
        assertThat(steps.last()).containsText("Rule 2");
        assertThat(steps.last()).containsText("+4 credits");
        visit.look("told");
        story.getByText("See it").click();
        Locator dialog = person.page().locator("generation-dialog");
        dialog.getByText("What happened").click();
        assertThat(dialog.locator(".step").last()).containsText("Credits returned");
        visit.look("in-the-dialog");
    }
}
