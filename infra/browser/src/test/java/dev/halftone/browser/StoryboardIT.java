package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: a few sentences become shots, and each shot a picture that stands where it is told. */
class StoryboardIT {
    private static final String STORY = "Two boats meet at the pier and race to the lighthouse.";
    private static final String LOADED = "(image) => image.complete && image.naturalWidth > 0";

    @RegisterExtension final Visit visit = new Visit();

    @ParameterizedTest
    @EnumSource(Device.class)
    void leadsFromAStoryToAPictureOfEachShotInItsPlace(Device device) {
        Person person = Person.inTheStudio(visit, device);
        plan(person);
        List<String> order = reorder(person);

        shot(person, 1).getByRole(AriaRole.BUTTON, named("Make it · 4 credits")).click();
        assertThat(picture(person, 1)).isVisible();
        assertThat(picture(person, 0)).not().isVisible();
        visit.look("one");
        person.button("Make the 2 missing · 8 credits").click();
        for (int place = 0; place < order.size(); place++) {
            requireSeen(picture(person, place));
        }
        visit.look("all");

        assertThat(person.balance()).hasText("Balance: 11 credits");
        assertThat(person.button("missing")).not().isVisible();
        person.page().reload();
        requireOrder(person, order);
        for (int place = 0; place < order.size(); place++) {
            requireSeen(picture(person, place));
        }
    }

    private void plan(Person person) {
        Page page = person.page();
        person.button("account of").click();
        person.link("Storyboards").click();
        assertThat(person.heading("Storyboards")).isVisible();
        page.getByLabel("What is the story?").fill(STORY);
        page.getByLabel("Shots", new GetByLabelOptions().setExact(true)).selectOption("3");
        visit.look("story");
        person.button("Plan the shots · 2 credits").click();
        assertThat(person.heading("Planning the shots")).isVisible();
        assertThat(page.getByRole(AriaRole.PROGRESSBAR)).isVisible();
        visit.look("planning");
        assertThat(shots(person)).hasCount(3);
        assertThat(person.button("Make all 3 · 12 credits")).isVisible();
        visit.look("planned");
    }

    /** The first becomes the second, and is so again after a reload. */
    private List<String> reorder(Person person) {
        List<String> order = titles(person);
        assertThat(order).doesNotHaveDuplicates();
        List<String> wanted = List.of(order.get(1), order.get(0), order.get(2));
        person.page()
                .waitForResponse(
                        answer -> answer.request().method().equals("PUT"),
                        () -> shot(person, 0).getByRole(AriaRole.BUTTON, named("Down")).click());
        requireOrder(person, wanted);
        person.page().reload();
        requireOrder(person, wanted);
        assertThat(person.button("Make all 3 · 12 credits")).isVisible();
        visit.look("reordered");
        return wanted;
    }

    private static void requireOrder(Person person, List<String> titles) {
        for (int place = 0; place < titles.size(); place++) {
            assertThat(title(shot(person, place))).hasValue(titles.get(place));
        }
    }

    private static void requireSeen(Locator picture) {
        assertThat(picture).isVisible();
        picture.scrollIntoViewIfNeeded();
        picture.page().waitForFunction(LOADED, picture.elementHandle());
    }

    private static List<String> titles(Person person) {
        return shots(person).all().stream().map(shot -> title(shot).inputValue()).toList();
    }

    private static Locator title(Locator shot) {
        return shot.getByLabel("Title of the shot");
    }

    private static Locator picture(Person person, int place) {
        return shot(person, place).getByRole(AriaRole.IMG);
    }

    private static Locator shot(Person person, int place) {
        return shots(person).nth(place);
    }

    private static Locator shots(Person person) {
        return person.page().locator("storyboard-shot");
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }
}
