package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: whoever reads German reads nothing else, on every page and in every answer. */
class LanguageIT {
    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/history",
                    "/statement",
                    "/catalogues",
                    "/uploads",
                    "/characters",
                    "/storyboards",
                    "/account",
                    "/credits",
                    "/orders",
                    "/privacy",
                    "/report",
                    "/verify");

    /**
     * Every entry of the catalogue in brackets, and longer: what lacks them was never looked up.
     */
    private static final String PSEUDO =
            """

            const pseudo = (text) => `\u27e6${text.replace(/[aeiou](?![^{]*})/g, "$&$&")}\u27e7`;
            for (const [english, german] of Object.entries(WORDS)) {
              WORDS[english] = typeof german === "string" ? pseudo(german) :
                Object.fromEntries(Object.entries(german).map(([form, text]) => [form, pseudo(text)]));
            }
            """;

    /** What somebody wrote, or something is called in every language, is read as it is. */
    private static final String UNTRANSLATED =
            """
            (own) => {
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const found = [];
              while (walker.nextNode()) {
                const { textContent, parentElement } = walker.currentNode;
                if (!parentElement.checkVisibility({ visibilityProperty: true })) continue;
                if (parentElement.closest("code, kbd, script, time, [translate=no], [lang]:not(html)")) continue;
                let rest = textContent;
                // Values may be words in brackets themselves.
                while (/\u27e6[^\u27e6\u27e7]*\u27e7/.test(rest)) rest = rest.replace(/\u27e6[^\u27e6\u27e7]*\u27e7/, "");
                for (const words of own) rest = rest.replaceAll(words, "");
                if (/\\p{L}{3}/u.test(rest)) found.push(textContent);
              }
              return found;
            }
            """;

    private static final String CUT_OFF =
            """
            () => [...document.querySelectorAll("button, a, label, h1, h2, legend, summary, th, td")]
              .filter((each) => each.checkVisibility() && !each.closest(".visually-hidden, .skip-link"))
              .filter((each) => getComputedStyle(each).overflowX !== "visible" || each.matches("button"))
              .filter((each) => each.scrollWidth > each.clientWidth + 1)
              .map((each) => each.textContent)
            """;

    @RegisterExtension final Visit visit = new Visit();

    @ParameterizedTest
    @EnumSource(Device.class)
    void speaksGermanOnceItIsChosenAndStaysWithIt(Device device) {
        Person person = Person.inTheStudio(visit, device);
        Page page = person.page();

        choose(page, "de");

        assertThat(person.button("Erzeugen")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        visit.look("studio");
        page.getByLabel("Beschreiben Sie das Bild").fill("Ein Haus am See [moderation]");
        person.button("Erzeugen").click();
        assertThat(person.newest()).containsText("Ihre Credits sind zurück.");
        assertThat(person.newest()).containsText("4 Credits kamen zurück.");
        visit.look("refused");
        page.navigate(visit.home().resolve("/statement").toString());
        assertThat(page.getByText("Hier beginnt das Kontobuch.")).isVisible();
        assertThat(page.locator(".story").first()).containsText("Zurückgekommen");
        visit.look("statement");
        page.evaluate("() => localStorage.clear()");
        page.navigate(visit.home().resolve("/account").toString());
        assertThat(person.heading("Konto")).isVisible();
        visit.look("account");
    }

    /** Nobody should have to look for a switch in a language that they do not read. */
    @Test
    void speaksTheLanguageThatTheBrowserPrefers() {
        Page page = visit.open(Device.DESKTOP, "de-AT");
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.headerValue("accept-language")));

        page.navigate(visit.home().toString());

        assertThat(page.getByText("Weiter mit Google")).isVisible();
        assertThat(page.getByText("Erhalten Sie es oder Ihre Credits zurück.")).isVisible();
        assertThat(page).hasTitle("Halftone");
        visit.look("landing");
        assertThat(asked).contains("de");
    }

    /** Its words are longer than those of any language that is offered. */
    @Test
    void leavesNoTextUntranslatedAndNoneCutOff() {
        Person person = new Person(visit, Device.PHONE);
        Page page = person.page();
        page.route("**/words/de.js", LanguageIT::lengthen);
        person.arrives();
        looksWhole(page, "landing");
        person.choosesToSignIn();
        person.signsIn();
        looksWhole(page, "acceptance");
        person.acceptsThePolicy();
        looksWhole(page, "welcome");
        person.begins();
        person.describes("Lake");
        person.generates();
        assertThat(person.newest().getByRole(AriaRole.IMG)).isVisible();
        choose(page, "de");
        for (String path : PAGES) {
            page.navigate(visit.home().resolve(path).toString());
            isWhole(page, path.replace("/", "page-"));
        }
    }

    /** Protects the test above: a text that nobody looked up is found, and so is one cut off. */
    @Test
    void findsPlantedTexts() {
        Page page = visit.open(Device.DESKTOP);
        page.setContent(
                "<p>\u27e6\u27e625 seen\u27e7 here\u27e7 Lake</p><p>Planted</p><button"
                        + " style='width:2em;overflow:hidden;white-space:nowrap'>Cut off here"
                        + "</button>");

        assertThat(page.evaluate(UNTRANSLATED, List.of("Lake", "Cut off here")))
                .isEqualTo(List.of("Planted"));
        assertThat(page.evaluate(CUT_OFF)).isEqualTo(List.of("Cut off here"));
    }

    private void looksWhole(Page page, String step) {
        choose(page, "de");
        isWhole(page, step);
        choose(page, "en");
    }

    private void isWhole(Page page, String step) {
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertThat(page.locator("h1").first()).containsText("\u27e6");
        assertThat(page.locator(".loading")).hasCount(0);
        visit.look(step);
        assertThat(page.evaluate(UNTRANSLATED, own(page))).as(step).isEqualTo(List.of());
        assertThat(page.evaluate(CUT_OFF)).as(step).isEqualTo(List.of());
    }

    /** What is called the same in every language; longest first, for some names hold others. */
    private static List<String> own(Page page) {
        List<String> names = new ArrayList<>(List.of("Halftone", "Vera Visitor", "Lake", "google"));
        Object told =
                page.evaluate(
                        """
                        async () => {
                          const { models } = await (await fetch("/v1/models")).json();
                          const { user } = await (await fetch("/v1/me")).json();
                          return [user?.email, ...(models ?? []).flatMap((model) =>
                            [model.name, model.provider, ...model.providers.map(({ name }) => name)])]
                            .filter(Boolean);
                        }
                        """);
        ((List<?>) told).forEach(name -> names.add((String) name));
        names.sort((one, two) -> two.length() - one.length());
        return names;
    }

    private static void lengthen(Route route) {
        APIResponse german = route.fetch();
        route.fulfill(
                new Route.FulfillOptions().setResponse(german).setBody(german.text() + PSEUDO));
    }

    /** At the foot of every page. */
    private static void choose(Page page, String language) {
        Locator choice = page.locator(".footer account-language select");
        choice.selectOption(language);
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }
}
