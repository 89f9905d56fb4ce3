package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Protects: somebody new comes to their first picture, and to the lines that account for it, with
 * nothing wrong on any page between.
 */
class MainJobIT {
    @RegisterExtension final Visit visit = new Visit();

    @ParameterizedTest
    @EnumSource(Device.class)
    void leadsFromTheLandingPageToAPictureAndTheLedgerLinesForIt(Device device) throws IOException {
        Person person = new Person(visit, device);
        enter(person);
        make(person);
        keep(person);
        account(person);
    }

    private void enter(Person person) {
        person.arrives();
        visit.look("landing");
        person.choosesToSignIn();
        visit.look("identity");
        person.signsIn();
        visit.look("policy");
        person.acceptsThePolicy();
        visit.look("welcome");
        person.begins();
        visit.look("studio");
    }

    private void make(Person person) {
        person.describes("A lighthouse on a rock, morning fog, woodcut");
        person.chooses("Model", "Nano Banana Pro");
        person.chooses("Shape", "16:9");
        person.chooses("Size", "2K");
        assertThat(person.button("Generate · 6 credits")).isVisible();
        assertThat(person.page().getByText("Leaves 19 of 25 credits.")).isVisible();
        visit.look("price");

        person.generates();

        assertThat(person.newest().getByRole(AriaRole.PROGRESSBAR)).isVisible();
        assertThat(person.balance()).containsText("6 pending");
        visit.look("progress");
        assertThat(person.newest().getByRole(AriaRole.IMG)).isVisible();
        assertThat(person.newest().getByRole(AriaRole.PROGRESSBAR)).not().isVisible();
        assertThat(person.balance()).hasText("Balance: 19 credits");
        visit.look("picture");
    }

    private void keep(Person person) throws IOException {
        Locator download =
                person.newest()
                        .getByRole(
                                AriaRole.LINK, new Locator.GetByRoleOptions().setName("Download"));
        Download file = person.page().waitForDownload(download::click);

        BufferedImage picture = ImageIO.read(file.path().toFile());
        assertThat(file.suggestedFilename()).endsWith(".png");
        assertThat(picture.getWidth()).isGreaterThanOrEqualTo(2048);
        assertThat((double) picture.getWidth() / picture.getHeight())
                .isBetween(16.0 / 9 * 0.99, 16.0 / 9 * 1.01);
    }

    private void account(Person person) {
        person.goesTo("History");
        Locator tile = person.button("A lighthouse on a rock");
        assertThat(tile.locator("img[loading=lazy][decoding=async][width][height]")).isVisible();
        visit.look("history");
        tile.click();
        assertThat(person.page().getByText("Shape and size")).isVisible();
        visit.look("detail");
        person.button("Close").click();

        person.goesTo("Statement");
        Locator lines = person.page().getByRole(AriaRole.ROW);
        assertThat(lines.nth(1)).containsText("Charged: delivered");
        assertThat(lines.nth(2)).containsText("Set aside");
        assertThat(lines.nth(2)).containsText("−6");
        assertThat(lines.nth(3)).containsText("+25");
        visit.look("statement");
    }
}
