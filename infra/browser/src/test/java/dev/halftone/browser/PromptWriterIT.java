package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Protects: a prompt is written for a price that is seen before, and what somebody had typed is
 * never lost for it.
 */
class PromptWriterIT {
    private static final String BRIEF = "a kite over the pier";
    private static final Pattern WRITTEN = Pattern.compile("^A kite over the pier\\. .+");
    private static final Pattern WRITTEN_ANYWHERE = Pattern.compile("A kite over the pier\\. .+");

    @RegisterExtension final Visit visit = new Visit();

    @ParameterizedTest
    @EnumSource(Device.class)
    void leadsFromAFewWordsToAPromptAndBack(Device device) {
        Person person = Person.inTheStudio(visit, device);
        person.describes(BRIEF);

        write(person);

        Locator box = person.page().getByLabel("Describe the picture");
        assertThat(box).hasValue(WRITTEN);
        assertThat(person.page().getByText("Leaves 20 of 24 credits.")).isVisible();
        visit.look("written");
        person.button("Bring it back").click();
        assertThat(box).hasValue(BRIEF);
        find(person);
        assertThat(box).hasValue(WRITTEN);
    }

    // Either is theirs to order: the one that stands in the box is what the picture is made of.
    @ParameterizedTest
    @EnumSource(Device.class)
    void letsTheWriterOfAFewWordsChooseBetweenThemAndWhatWasWritten(Device device) {
        Person person = Person.inTheStudio(visit, device);
        Locator box = person.page().getByLabel("Describe the picture");
        person.describes(BRIEF);
        write(person);
        assertThat(box).hasValue(WRITTEN);

        person.button("Use my words").click();
        assertThat(box).hasValue(BRIEF);
        assertThat(person.button("Use my words")).not().isVisible();
        visit.look("own");
        person.button("Use the written prompt").click();
        assertThat(box).hasValue(WRITTEN);
        person.generates();
        assertThat(person.newest()).containsText(WRITTEN_ANYWHERE);
        assertThat(person.newest().getByRole(AriaRole.IMG)).isVisible();

        person.button("Use my words").click();
        person.generates();

        // The prompt, and a picture of each.
        assertThat(person.page().getByRole(AriaRole.ARTICLE)).hasCount(3);
        assertThat(person.newest()).not().containsText(WRITTEN_ANYWHERE);
        assertThat(person.newest().getByRole(AriaRole.IMG)).isVisible();
        visit.look("both");
    }

    @ParameterizedTest
    @EnumSource(
            value = Device.class,
            names = {"DESKTOP"})
    void saysThatTheCreditsCameBackWhenNothingWasWritten(Device device) {
        Person person = Person.inTheStudio(visit, device);
        person.describes("a kite [malformed]");

        write(person);

        assertThat(person.page().getByRole(AriaRole.ALERT).getByText("Your credits are back."))
                .isVisible();
        assertThat(person.page().getByLabel("Describe the picture")).hasValue("a kite [malformed]");
        assertThat(person.balance()).hasText("Balance: 25 credits");
        visit.look("not-written");
    }

    private void write(Person person) {
        visit.look("price");
        person.button("Write it for me · 1 credit").click();
        assertThat(person.page().locator("prompt-writer").getByRole(AriaRole.PROGRESSBAR))
                .isVisible();
        visit.look("progress");
    }

    /** It is in the history as text, and can be used from there. */
    private void find(Person person) {
        person.goesTo("History");
        Locator tile = person.button(BRIEF);
        assertThat(tile).containsText("Prompt · ");
        visit.look("history");
        tile.click();
        assertThat(person.page().locator("dialog .written-prompt")).containsText(WRITTEN);
        visit.look("detail");
        person.button("Use this prompt").click();
    }
}
