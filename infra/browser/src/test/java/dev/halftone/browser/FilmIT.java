package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: a film is chosen by its length, priced before the click, and plays in the page. */
class FilmIT {
    private static final String SHOWN = "(film) => film.readyState >= 2";
    private static final String FACTS =
            """
            (film) => ({
              seconds: film.duration, width: film.videoWidth, height: film.videoHeight,
              controls: film.controls, playing: !film.paused,
            })
            """;
    private static final String PLAYS =
            """
            async (film) => {
              film.muted = true;
              await film.play();
              await new Promise((played) => {
                film.ontimeupdate = () => film.currentTime > 0.3 && played();
              });
              film.pause();
              return film.error === null;
            }
            """;

    @RegisterExtension final Visit visit = new Visit();

    @ParameterizedTest
    @EnumSource(Device.class)
    void leadsFromALengthToAFilmThatPlays(Device device) throws IOException {
        Person person = Person.inTheStudio(visit, device);
        order(person);
        Locator film = person.newest().locator("video");
        assertThat(film).isVisible();
        visit.look("film");
        requirePlayable(film);
        keep(person);
        find(person);
    }

    private void order(Person person) {
        person.chooses("Model", "Seedance 1.5 Pro");
        person.page().getByLabel("Describe the film").fill("A train through snowy mountains");
        person.chooses("Shape", "16:9");
        person.chooses("Size", "480p");
        person.chooses("Length", "8 s");
        assertThat(person.button("Generate · 8 credits")).isVisible();
        person.chooses("Length", "5 s");
        assertThat(person.button("Generate · 5 credits")).isVisible();
        assertThat(person.page().getByText("Leaves 20 of 25 credits.")).isVisible();
        visit.look("price");

        person.generates();

        assertThat(person.newest().getByRole(AriaRole.PROGRESSBAR)).isVisible();
        assertThat(person.newest()).containsText("a film takes longer than a picture");
        visit.look("progress");
    }

    /** Its first frame stands; it waits to be asked, and then it runs. */
    private static void requirePlayable(Locator film) {
        film.page().waitForFunction(SHOWN, film.elementHandle());

        assertThat(film.evaluate(FACTS))
                .isEqualTo(
                        Map.of(
                                "seconds", 5,
                                "width", 848,
                                "height", 480,
                                "controls", true,
                                "playing", false));
        assertThat(film.evaluate(PLAYS)).isEqualTo(true);
    }

    private static void keep(Person person) throws IOException {
        Locator download =
                person.newest()
                        .getByRole(
                                AriaRole.LINK, new Locator.GetByRoleOptions().setName("Download"));

        Download file = person.page().waitForDownload(download::click);

        assertThat(file.suggestedFilename()).endsWith(".mp4");
        byte[] begin = Files.readAllBytes(file.path());
        assertThat(List.of(begin[4], begin[5], begin[6], begin[7]))
                .containsExactly((byte) 'f', (byte) 't', (byte) 'y', (byte) 'p');
    }

    private void find(Person person) {
        person.goesTo("History");
        Locator tile = person.button("A train through snowy mountains");
        assertThat(tile).containsText("Film, 5 s");
        Locator still = tile.locator("video:not([controls])");
        assertThat(still).isVisible();
        still.page().waitForFunction(SHOWN, still.elementHandle());
        visit.look("history");
        tile.click();
        assertThat(person.page().getByText("16:9, 480p, 5 s")).isVisible();
        assertThat(person.page().getByText("848 × 480, 5 s, MP4")).isVisible();
        Locator shown = person.page().locator("dialog video");
        shown.page().waitForFunction(SHOWN, shown.elementHandle());
        visit.look("detail");
        person.button("Close").click();
    }
}
