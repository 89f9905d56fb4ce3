package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.halftone.testing.UploadFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: people bring their own files, are told why one is not taken, and get rid of them. */
class UploadsIT {
    @RegisterExtension final Visit visit = new Visit();

    @ParameterizedTest
    @EnumSource(Device.class)
    void keepsWhatIsFitAndSaysWhyTheRestIsNot(Device device) {
        Page page = Person.inTheStudio(visit, device).page();
        page.navigate(visit.home().resolve("/uploads").toString());

        page.getByLabel("Choose files, drop them here, or paste a picture")
                .setInputFiles(
                        new FilePayload[] {
                            file("shoe.png", "image/png", UploadFiles.annotatedPng(400, 300, 1)),
                            file("voice.wav", "audio/wav", UploadFiles.wav(2)),
                            file(
                                    "trick.png",
                                    "image/png",
                                    UploadFiles.withTail(UploadFiles.png(40, 30)))
                        });

        assertThat(shelf(page).filter(named("shoe.png"))).containsText("400 \u00d7 300");
        assertThat(shelf(page).filter(named("voice.wav"))).containsText("2 s");
        assertThat(page.locator("asset-picker li").filter(named("trick.png")))
                .containsText("Something else is hidden behind the end of this file.");
        assertThat(page.locator("asset-picker li")).hasCount(1);
        Locator picture = shelf(page).filter(named("shoe.png")).locator("img");
        assertThat(picture).hasJSProperty("complete", true);
        assertThat(picture).hasJSProperty("naturalWidth", 320);
        visit.look("uploads");
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void fetchesAPictureFromItsAddressAndSaysWhyAnotherIsNot(Device device) {
        Page page = Person.inTheStudio(visit, device).page();
        page.navigate(visit.home().resolve("/uploads").toString());
        Locator address = page.getByLabel("Or the address of a picture on the web");

        address.fill(visit.site().resolve("/pictures/harbour.png").toString());
        address.press("Enter");
        assertThat(shelf(page).filter(named("harbour.png"))).containsText("320 \u00d7 240");
        assertThat(address).hasValue("");

        address.fill(visit.site().resolve("/pictures/inwards").toString());
        address.press("Enter");
        assertThat(page.locator("asset-address")).containsText("begins with https://");
        visit.look("uploads-address");
    }

    @Test
    void removesAnUploadForGoodOnceThatWasMeant() {
        Page page = Person.inTheStudio(visit, Device.DESKTOP).page();
        page.navigate(visit.home().resolve("/uploads").toString());
        page.getByLabel("Choose files, drop them here, or paste a picture")
                .setInputFiles(file("shoe.png", "image/png", UploadFiles.png(40, 30)));
        Locator shoe = shelf(page).filter(named("shoe.png"));
        assertThat(shoe).containsText("40 \u00d7 30");

        shoe.getByRole(AriaRole.BUTTON).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep it")).click();
        assertThat(shoe).hasCount(1);
        shoe.getByRole(AriaRole.BUTTON).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove it")).click();

        assertThat(shoe).hasCount(0);
        page.reload();
        assertThat(page.getByText("0 kB of 5,000 MB are used.")).isVisible();
        assertThat(shoe).hasCount(0);
    }

    private static Locator shelf(Page page) {
        return page.locator(".shelf li");
    }

    private static Locator.FilterOptions named(String name) {
        return new Locator.FilterOptions().setHasText(name);
    }

    private static FilePayload file(String name, String type, byte[] bytes) {
        return new FilePayload(name, type, bytes);
    }
}
