package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.halftone.testing.UploadFiles;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Protects: whatever a model takes can be asked for on the page, seen later, and asked for again.
 */
class ComposerIT {

    private static final String PICTURES = "Add pictures: choose, drop or paste";
    private static final String PICTURE = "Add a picture: choose, drop or paste";

    private static final String PASTE =
            """
            (base64) => {
              const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
              const clipboardData = new DataTransfer();
              clipboardData.items.add(new File([bytes], "flag.png", { type: "image/png" }));
              document.querySelector("textarea").dispatchEvent(
                new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
            }
            """;

    @RegisterExtension final Visit visit = new Visit();

    @ParameterizedTest
    @EnumSource(Device.class)
    void makesAPictureFromTwoOthersInTheirOrderAndOffersThemAgain(Device device) {
        Person person = Person.inTheStudio(visit, device);
        Page page = person.page();
        person.describes("Two flags on a ship");
        page.getByLabel(PICTURES)
                .setInputFiles(new FilePayload[] {png("red.png"), png("blue.png")});
        assertThat(thumbnails(page)).hasCount(2);
        if (device == Device.DESKTOP) {
            brought(page).filter(named("red.png")).dragTo(brought(page).filter(named("blue.png")));
        } else {
            button(brought(page).filter(named("red.png")), "Later").click();
        }
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

    @Test
    void makesAFilmWithSoundFromAFirstFrame() {
        Person person = Person.inTheStudio(visit, Device.DESKTOP);
        Page page = person.page();
        Gift.give(visit, page, 50);
        person.chooses("Model", "Veo 3.1");
        page.getByLabel("Describe the film").fill("The flags begin to wave");
        assertThat(person.button("Generate \u00b7 24 credits")).isVisible();

        page.getByLabel("With sound").check();
        page.getByLabel(PICTURE).setInputFiles(png("flags.png"));

        assertThat(person.button("Generate \u00b7 44 credits")).isVisible();
        assertThat(thumbnails(page)).hasCount(1);
        visit.look("film");
        person.generates();
        Locator film = person.newest().locator("video");
        assertThat(film).isVisible();
        assertThat(person.newest()).containsText("44 credits");
    }

    @Test
    void startsFromWhatIsOnTheWebOrWasBroughtBefore() {
        Person person = Person.inTheStudio(visit, Device.PHONE);
        Page page = person.page();
        Locator address = page.getByLabel("Or the address of a picture on the web");
        person.button("From your uploads, or the web").click();
        address.fill(visit.site().resolve("/pictures/harbour.png").toString());
        address.press("Enter");
        assertThat(brought(page)).containsText("harbour.png");
        button(brought(page), "Remove").click();

        person.button("From your uploads, or the web").click();
        visit.look("shelf");
        person.button("harbour.png").click();

        assertThat(thumbnails(page)).hasCount(1);
        assertThat(page.getByRole(AriaRole.ARTICLE)).hasCount(0);
    }

    @Test
    void letsAPictureSpeakASoundAtThePriceOfItsSeconds() {
        Person person = Person.inTheStudio(visit, Device.PHONE);
        Page page = person.page();
        person.chooses("Model", "Hedra Avatar");
        page.getByLabel("Describe the film").fill("She says good morning");
        person.generates();
        assertThat(page.getByText("Add a picture of who is to speak.")).isVisible();

        page.getByLabel(PICTURE).setInputFiles(png("face.png"));
        assertThat(thumbnails(page)).hasCount(1);
        page.getByLabel("Add a sound: choose or drop")
                .setInputFiles(new FilePayload("voice.wav", "audio/wav", UploadFiles.wav(3)));

        assertThat(person.button("Generate \u00b7 6 credits")).isVisible();
        visit.look("speech");
        person.generates();
        assertThat(person.newest().locator("video")).isVisible();
    }

    @Test
    void fillsInEverythingAgainAndTellsWhatIsGone() {
        Person person = Person.inTheStudio(visit, Device.DESKTOP);
        Page page = person.page();
        person.chooses("Model", "Wan 2.6");
        page.getByLabel("Describe the film").fill("A market at noon");
        page.getByLabel("With sound").check();
        page.getByText("More settings").click();
        page.getByLabel("What it should not show").fill("people");
        page.getByLabel("How it is to look, whatever it shows").fill("In charcoal");
        page.locator("#seed").fill("7");
        page.getByLabel("With the maker's mark").check();
        visit.look("settings");
        person.generates();
        assertThat(person.newest().locator("video")).isVisible();
        page.reload();
        person.chooses("Model", "Nano Banana Pro");
        assertThat(page.locator("#seed")).not().isVisible();

        person.newest()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Use again"))
                .click();

        assertThat(page.getByLabel("With sound")).isChecked();
        assertThat(page.getByLabel("What it should not show")).hasValue("people");
        assertThat(page.getByLabel("How it is to look, whatever it shows")).hasValue("In charcoal");
        assertThat(page.locator("#seed")).hasValue("7");
        assertThat(page.getByLabel("With the maker's mark")).isChecked();
        person.button("Draw another").click();
        assertThat(page.locator("#seed")).not().hasValue("7");
    }

    @Test
    void tellsWhatHasBeenRemovedSince() {
        Person person = Person.inTheStudio(visit, Device.DESKTOP);
        Page page = person.page();
        person.describes("A flag in the wind");
        // The part that takes a paste comes after the first sheet.
        assertThat(page.locator("asset-picker:visible").first()).isAttached();
        page.evaluate(PASTE, Base64.getEncoder().encodeToString(png("flag.png").buffer));
        assertThat(thumbnails(page)).hasCount(1);
        person.generates();
        assertThat(person.newest().getByRole(AriaRole.IMG)).isVisible();
        visit.expect(Fault.Kind.CONSOLE, "404");
        visit.expect(Fault.Kind.FAILED_REQUEST, "404");
        page.navigate(visit.home().resolve("/uploads").toString());
        button(page.locator(".shelf"), "Remove").click();
        person.button("Remove it").click();
        assertThat(page.locator(".shelf li")).hasCount(0);
        page.navigate(visit.home().toString());

        person.newest()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Use again"))
                .click();

        assertThat(brought(page)).containsText("It has been removed since.");
        person.generates();
        assertThat(page.getByText("Take out what has been removed since.")).isVisible();
        visit.look("gone");
        button(brought(page), "Remove").click();
        assertThat(brought(page)).hasCount(0);
    }

    /** The API refuses a role that only a changed list of models offers: said where it stands. */
    @Test
    void offersRolesWhereThereAreSeveralAndShowsARefusalAtItsField() {
        Person person = Person.inTheStudio(visit, Device.DESKTOP);
        Page page = person.page();
        page.route(
                "**/v1/models",
                route -> {
                    APIResponse answer = route.fetch();
                    route.fulfill(
                            new Route.FulfillOptions()
                                    .setResponse(answer)
                                    .setBody(
                                            answer.text()
                                                    .replaceFirst(
                                                            "\"roles\":\\[\"image\"\\]",
                                                            "\"roles\":[\"image\",\"style\"]")));
                });
        page.reload();
        person.describes("A flag as a woodcut");
        page.getByLabel(PICTURES).setInputFiles(png("flag.png"));
        assertThat(thumbnails(page)).hasCount(1);
        page.getByLabel("What flag.png is for").selectOption("How it is drawn");
        visit.expect(Fault.Kind.CONSOLE, "422");
        visit.expect(Fault.Kind.FAILED_REQUEST, "422");

        person.generates();

        assertThat(page.locator("#references-error"))
                .hasText("This model does not take a picture for that.");
        assertThat(person.balance()).hasText("Balance: 25 credits");
        visit.look("refused");
    }

    /** Of what is ready. */
    private static Locator thumbnails(Page page) {
        return page.locator("asset-picker img:visible");
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
