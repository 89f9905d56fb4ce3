package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Protects: who uses no pointer gets everything too, and always sees where they are. */
class KeyboardIT {
    private static final int TABS_MAX = 60;

    private static final String HAS_FOCUS = "element => element === document.activeElement";
    private static final String SHOWS_FOCUS =
            """
            element => [element, element.closest("label")].some((shown) => {
              const { outlineStyle, outlineWidth } = shown ? getComputedStyle(shown) : {};
              return outlineStyle !== undefined && outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
            })
            """;

    @RegisterExtension final Visit visit = new Visit();

    @Test
    void makesAndKeepsAPictureWithTheKeyboardAlone() {
        Person person = new Person(visit, Device.DESKTOP);
        Page page = person.page();
        Keyboard keys = page.keyboard();
        person.arrives();

        press(person.link("Continue with Google"), "Enter");
        type(page.getByLabel("Name"), "Kim Keyboard");
        type(page.getByLabel("E-mail"), "kim-" + System.nanoTime() + "@example.org");
        press(person.button("Continue"), "Enter");
        press(page.getByRole(AriaRole.CHECKBOX), "Space");
        press(person.button("Agree and continue"), "Enter");
        press(person.button("Make the first picture"), "Enter");
        type(page.getByLabel("Describe the picture"), "Hills at dawn");
        press(page.getByLabel("1 to 1, square"), "ArrowRight");
        assertThat(page.getByLabel("16 to 9, landscape")).isChecked();
        visit.look("shape");
        press(person.button("Generate · 4 credits"), "Enter");

        assertThat(person.newest().getByRole(AriaRole.IMG)).isVisible();
        Locator keep =
                person.newest()
                        .getByRole(
                                AriaRole.LINK, new Locator.GetByRoleOptions().setName("Download"));
        Download file = page.waitForDownload(() -> press(keep, "Enter"));
        assertThat(file.suggestedFilename()).endsWith(".png");
        press(person.link("Statement"), "Enter");
        assertThat(page.getByText("Charged: delivered")).isVisible();
        keys.press("Tab");
        visit.look("statement");
    }

    private void press(Locator target, String key) {
        reach(target);
        target.page().keyboard().press(key);
    }

    private void type(Locator target, String text) {
        reach(target);
        target.page().keyboard().type(text);
    }

    private void reach(Locator target) {
        assertThat(target).isVisible();
        for (int tab = 0; tab < TABS_MAX; tab++) {
            target.page().keyboard().press("Tab");
            if ((boolean) target.evaluate(HAS_FOCUS)) {
                assertThat((boolean) target.evaluate(SHOWS_FOCUS))
                        .as("%s shows that it has the focus", target)
                        .isTrue();
                return;
            }
        }
        throw new AssertionError("Not reached with " + TABS_MAX + " tabs: " + target);
    }
}
