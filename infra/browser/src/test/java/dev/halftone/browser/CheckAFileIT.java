package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: anybody can tell a picture that was made here from one of which nothing is known. */
class CheckAFileIT {
    @RegisterExtension final Visit visit = new Visit();

    @ParameterizedTest
    @EnumSource(Device.class)
    void knowsAPictureThatWasMadeHere(Device device) throws IOException {
        byte[] picture = pictureMadeHere(Person.inTheStudio(visit, device));
        Page stranger = visit.open(device);
        stranger.navigate(visit.home().resolve("/verify").toString());

        drop(stranger, picture);

        assertThat(stranger.locator(".verdict")).containsText("result.png was made here.");
        assertThat(stranger.locator(".verdict")).containsText("A model made it: FLUX.1 dev");
        visit.look("made-here");

        picture[picture.length - 20] ^= 1;
        drop(stranger, picture);

        assertThat(stranger.locator(".verdict"))
                .containsText("result.png carries a mark that is not ours.");
        visit.look("changed");
    }

    /** Nobody may be told that a picture without a mark was made by a human. */
    @Test
    void saysNothingOfAFileWithoutAMark() throws IOException {
        Page page = visit.open(Device.DESKTOP);
        page.navigate(visit.home().toString());
        page.getByText("Check a file").click();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "jpg", file);

        drop(page, file.toByteArray());
        assertThat(page.locator(".verdict")).containsText("Nothing is known of result.png.");
        visit.look("nothing-known");

        drop(page, "<html>".getBytes(StandardCharsets.US_ASCII));
        assertThat(page.locator(".verdict")).containsText("Nothing can be read from result.png.");
    }

    private static byte[] pictureMadeHere(Person person) throws IOException {
        person.chooses("Model", "FLUX.1 dev");
        person.describes("A lighthouse at dusk");
        person.generates();
        Locator download =
                person.newest()
                        .getByRole(
                                AriaRole.LINK, new Locator.GetByRoleOptions().setName("Download"));
        Download file = person.page().waitForDownload(download::click);
        return Files.readAllBytes(file.path());
    }

    private static void drop(Page page, byte[] file) {
        page.getByLabel("Choose a picture or film, or drop it here")
                .setInputFiles(new FilePayload("result.png", "image/png", file));
    }
}
