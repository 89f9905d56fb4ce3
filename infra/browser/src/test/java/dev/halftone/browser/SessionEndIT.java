package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator;
import dev.halftone.browser.Fault.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Protects: a session that ends costs nobody their words, and shows them to nobody else. */
class SessionEndIT {
    private static final String THOUGHT = "A thought that took a while";
    private static final String COME_BACK_TO_THE_TAB =
            "() => document.dispatchEvent(new Event('visibilitychange'))";

    @RegisterExtension final Visit visit = new Visit();

    @BeforeEach
    void expectTheRefusal() {
        visit.expect(Kind.FAILED_REQUEST, "401");
        visit.expect(Kind.CONSOLE, "401");
    }

    @Test
    void keepsWhatWasTyped() {
        Person person = typed();
        person.choosesToSignIn();

        person.identifies();

        assertThat(prompt(person)).hasValue(THOUGHT);
    }

    @Test
    void showsWhatWasTypedToNobodyElse() {
        Person person = typed();
        person.choosesToSignIn();

        person.button("Aiko Sato").click();

        person.acceptsThePolicy();
        person.begins();
        assertThat(prompt(person)).isEmpty();
    }

    private Person typed() {
        Person person = Person.inTheStudio(visit, Device.DESKTOP);
        person.describes(THOUGHT);
        person.page().context().clearCookies(new ClearCookiesOptions().setName("__Host-session"));
        person.page().evaluate(COME_BACK_TO_THE_TAB);
        assertThat(person.page().getByText("what you typed is kept in this tab")).isVisible();
        visit.look("ended");
        return person;
    }

    private static Locator prompt(Person person) {
        return person.page().getByLabel("Describe the picture");
    }
}
