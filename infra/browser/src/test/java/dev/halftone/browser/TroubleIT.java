package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.halftone.browser.Fault.Kind;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Protects: whatever breaks, the page says what it is and what comes next, and never just turns.
 */
class TroubleIT {
    private static final String NO_NETWORK = "net::ERR_INTERNET_DISCONNECTED";

    @RegisterExtension final Visit visit = new Visit();

    @Test
    void followsAPictureToItsEndThroughALostConnection() {
        Person person = Person.inTheStudio(visit, Device.PHONE);
        person.describes("Rain over a harbour [slow]");
        person.generates();
        assertThat(person.newest().getByRole(AriaRole.PROGRESSBAR)).isVisible();

        person.page().context().setOffline(true);

        assertThat(person.page().getByText("No connection to Halftone.")).isVisible();
        assertThat(person.newest()).containsText("it goes on being made");
        visit.look("offline");
        person.page().context().setOffline(false);
        assertThat(person.newest().getByRole(AriaRole.IMG)).isVisible();
        assertThat(person.newest().getByRole(AriaRole.PROGRESSBAR)).not().isVisible();
        assertThat(person.page().getByText("No connection to Halftone.")).not().isVisible();
        assertThat(person.balance()).hasText("Balance: 21 credits");
        visit.look("online");
        expect(NO_NETWORK);
    }

    @Test
    void asksBeforeItStopsWhatTheProviderHasBegun() {
        Person person = Person.inTheStudio(visit, Device.PHONE);
        person.describes("Clouds [never]");
        person.generates();
        assertThat(person.newest().locator("[aria-current=step]")).hasText("With fal.ai");

        person.button("Cancel").click();

        assertThat(person.heading("Ask the provider to stop?")).isVisible();
        visit.look("question");
        person.button("Ask it to stop").click();
        assertThat(person.newest()).containsText("4 credits came back.");
        assertThat(person.newest().getByRole(AriaRole.PROGRESSBAR)).not().isVisible();
        assertThat(person.balance()).hasText("Balance: 25 credits");
        visit.look("cancelled");
    }

    @Test
    void endsTheProgressOfAPictureThatIsGone() {
        Person person = Person.inTheStudio(visit, Device.DESKTOP);
        person.page().route("**/v1/generations/gen_*", problem(404, "unknown_generation"));

        person.describes("Rain over a harbour [never]");
        person.generates();

        assertThat(person.newest()).containsText("This generation does not exist");
        assertThat(person.newest().getByRole(AriaRole.PROGRESSBAR)).not().isVisible();
        visit.look("gone");
        expect("404");
    }

    @Test
    void offersToTryAgainWhereTheServiceCannotBeReached() {
        Page page = visit.open(Device.DESKTOP);
        page.route("**/v1/me", route -> route.abort("connectionrefused"));

        page.navigate(visit.home().toString());

        assertThat(page.getByText("Halftone cannot be reached")).isVisible();
        visit.look("unreachable");
        page.unroute("**/v1/me");
        page.getByText("Try again").click();
        assertThat(page.getByText("Continue with Google")).isVisible();
        expect("net::ERR_CONNECTION_REFUSED");
    }

    @Test
    void saysThatAnAccountIsSuspended() {
        Page page = visit.open(Device.PHONE);
        page.route("**/v1/me", problem(403, "account_suspended"));

        page.navigate(visit.home().toString());

        assertThat(page.getByText("This account is suspended")).isVisible();
        visit.look("suspended");
        page.getByText("Sign out").click();
        assertThat(page.getByText("Continue with Google")).isVisible();
        expect("403");
    }

    @Test
    void leadsOnFromAnAddressThatDoesNotExist() {
        Page page = visit.open(Device.DESKTOP);

        page.navigate(visit.home().resolve("/nowhere").toString());

        assertThat(page.getByText("There is no such page")).isVisible();
        visit.look("nowhere");
        page.getByText("Go to the start").click();
        assertThat(page.getByText("Continue with Google")).isVisible();
        expect("404");
    }

    @Test
    void takesThePersonToThePromptThatIsMissing() {
        Person person = Person.inTheStudio(visit, Device.PHONE);

        person.generates();

        assertThat(person.page().getByText("Describe the picture first.")).isVisible();
        assertThat(person.page().getByLabel("Describe the picture")).isFocused();
        visit.look("no-prompt");
    }

    /** What this test broke on purpose; the browser tells of it twice. */
    private void expect(String words) {
        visit.expect(Kind.FAILED_REQUEST, words);
        visit.expect(Kind.CONSOLE, words);
    }

    private static Consumer<Route> problem(int status, String code) {
        return route ->
                route.fulfill(
                        new FulfillOptions()
                                .setStatus(status)
                                .setContentType("application/problem+json")
                                .setBody("{\"code\":\"%s\"}".formatted(code)));
    }
}
