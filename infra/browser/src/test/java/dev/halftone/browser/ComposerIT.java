package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.halftone.testing.UploadFiles;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Protects: whatever a model takes can be asked for on the page, seen later, and asked for again.
 */
class ComposerIT {

    private static final String PICTURES = "Add pictures: choose, drop or paste";
    private static final String PICTURE = "Add a picture: choose, drop or paste";

    @RegisterExtension final Visit visit = new Visit();

    @ParameterizedTest
    @EnumSource(Device.class)
    void makesAPictureFromTwoOthersInTheirOrderAndOffersThemAgain(Device device) {
        Person person = Person.inTheStudio(visit, device);
        Page page = person.page();
        person.describes("Two flags on a ship");
        page.getByLabel(PICTURES)
                .setInputFiles(new FilePayload[] {png("red.png"), png("blue.png")});
        assertThat(page.locator("asset-picker img")).hasCount(2);
        button(brought(page).filter(named("red.png")), "Later").click();
        assertThat(brought(page)).containsText(new String[] {"blue.png", "red.png"});
        visit.look("brought");

        person.generates();

        assertThat(person.newest().getByRole(AriaRole.IMG)).isVisible();
        visit.look("made");
        person.goesTo("History");
        person.button("Two flags on a ship").click();
        assertThat(page.locator(".made-from li"))
                .containsText(new String[] {"blue.png", "red.png"});
        visit.look("detail");
        person.button("Use again").click();
        assertThat(brought(page)).containsText(new String[] {"blue.png", "red.png"});
    }

    private static Locator brought(Page page) {
        return page.locator("asset-picker li:visible");
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    private static Locator.FilterOptions named(String name) {
        return new Locator.FilterOptions().setHasText(name);
    }

    private static FilePayload png(String name) {
        return new FilePayload(name, "image/png", UploadFiles.png(400, 300));
    }
}
