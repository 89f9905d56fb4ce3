package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: people come in by every way that the profile names, and keep several if they like. */
class SignInWaysIT {
    @RegisterExtension final Visit visit = new Visit();

    @ParameterizedTest
    @EnumSource(Device.class)
    void letsPeopleInByEveryWay(Device device) {
        Person person = new Person(visit, device);
        Page page = person.page();

        person.arrives();
        visit.look("landing");
        person.link("Continue with GitHub").click();
        isAskedWhoTheyAreAt(page);
        for (String way : List.of("Google, on this page", "Continue with Clerk")) {
            leaves(person);
            person.button(way).click();
            choosesInTheProvidersDialog(page, address());
            assertThat(person.heading("Before you start")).isVisible();
        }
        leaves(person);
        person.button("Continue with Firebase").click();
        page.getByLabel("E-mail").fill(address());
        page.getByLabel("Password").fill("only Firebase is told");
        visit.look("firebase");
        person.button("Sign in").click();
        assertThat(person.heading("Before you start")).isVisible();
    }

    /** Who is not asked cannot note who was here. */
    @Test
    void asksNoProviderBeforeItsButtonIsPressed() {
        Person person = new Person(visit, Device.DESKTOP);
        List<String> asked = new ArrayList<>();
        person.page().onRequest(request -> asked.add(request.url()));

        person.arrives();
        assertThat(asked).isNotEmpty().noneMatch(url -> url.startsWith(visit.site().toString()));

        person.button("Continue with Clerk").click();
        assertThat(person.page().getByLabel("Local identity provider")).isVisible();
        assertThat(asked).anyMatch(url -> url.endsWith("/clerk.browser.js"));
    }

    /** Another provider's word on an address opens nobody's account. */
    @Test
    void saysThatAnAddressIsInUseInsteadOfOpeningTheAccount() {
        Person person = new Person(visit, Device.DESKTOP);
        Page page = person.page();
        String address = address();
        person.arrives();
        person.button("Continue with Clerk").click();
        choosesInTheProvidersDialog(page, address);
        assertThat(person.heading("Before you start")).isVisible();
        visit.expect(Fault.Kind.FAILED_REQUEST, "409");
        visit.expect(Fault.Kind.CONSOLE, "409");

        leaves(person);
        person.button("Google, on this page").click();
        choosesInTheProvidersDialog(page, address);

        assertThat(page.locator("sign-in-methods"))
                .containsText("Somebody already uses this e-mail address here.");
        visit.look("in use");
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void addsAWayAndTakesTheOldOneAway(Device device) {
        Person person = Person.inTheStudio(visit, device);
        Page page = person.page();
        Locator ways = page.locator("sign-in-ways");
        page.navigate(visit.home().resolve("/account").toString());
        assertThat(ways.getByRole(AriaRole.LISTITEM)).hasCount(1);
        assertThat(ways.getByText("The only one")).isVisible();
        assertThat(person.button("Remove Google")).hasCount(0);

        person.button("Add Clerk").click();
        choosesInTheProvidersDialog(page, address());
        assertThat(ways.getByRole(AriaRole.LISTITEM)).hasCount(2);
        visit.look("added");

        person.button("Remove Google").click();
        agrees(page);
        assertThat(ways.getByRole(AriaRole.LISTITEM)).hasCount(1);
        assertThat(ways.getByRole(AriaRole.LISTITEM)).containsText("Clerk");
        visit.look("removed");
    }

    /** What was asked for goes on by itself once the person has shown who they are. */
    @Test
    void confirmsWithoutLeavingThePage() {
        Person person = Person.inTheStudio(visit, Device.DESKTOP);
        Page page = person.page();
        Locator ways = page.locator("sign-in-ways");
        String address = address();
        page.navigate(visit.home().resolve("/account").toString());
        person.button("Add Clerk").click();
        choosesInTheProvidersDialog(page, address);
        assertThat(ways.getByRole(AriaRole.LISTITEM)).hasCount(2);
        // As after ten minutes.
        page.route(
                "**/v1/me/identities/*",
                SignInWaysIT::wantsProof,
                new Page.RouteOptions().setTimes(1));
        visit.expect(Fault.Kind.FAILED_REQUEST, "403");
        visit.expect(Fault.Kind.CONSOLE, "403");

        person.button("Remove Google").click();
        agrees(page);
        assertThat(person.heading("Is it you?")).isVisible();
        visit.look("is it you");
        page.locator("confirm-identity").getByText("Continue with Clerk").click();
        choosesInTheProvidersDialog(page, address);

        assertThat(ways.getByRole(AriaRole.LISTITEM)).hasCount(1);
        assertThat(ways.getByRole(AriaRole.LISTITEM)).containsText("Clerk");
    }

    /** Whoever thinks better of it at the provider is told where it began. */
    @Test
    void tellsOnTheAccountPageHowAnAttemptEnded() {
        Person person = Person.inTheStudio(visit, Device.DESKTOP);
        Page page = person.page();
        page.navigate(visit.home().resolve("/account").toString());

        person.link("Add GitHub").click();
        person.button("Cancel").click();

        assertThat(page.locator("sign-in-ways")).containsText("Sign-in was cancelled.");
        assertThat(page).hasURL(visit.home().resolve("/account").toString());
    }

    private static void wantsProof(Route route) {
        route.fulfill(
                new Route.FulfillOptions()
                        .setStatus(403)
                        .setContentType("application/problem+json")
                        .setBody("{\"code\":\"reauthentication_required\"}"));
    }

    private static void agrees(Page page) {
        page.getByRole(AriaRole.DIALOG)
                .getByText("Remove", new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private void isAskedWhoTheyAreAt(Page page) {
        page.getByLabel("Name").fill("Vera Visitor");
        page.getByLabel("E-mail").fill(address());
        page.getByText("Continue", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("Before you start")).isVisible();
    }

    private static void choosesInTheProvidersDialog(Page page, String address) {
        Locator dialog = page.getByLabel("Local identity provider");
        dialog.getByLabel("Name").fill("Vera Visitor");
        dialog.getByLabel("E-mail").fill(address);
        dialog.getByText("Continue", new Locator.GetByTextOptions().setExact(true)).click();
    }

    private static void leaves(Person person) {
        person.page().context().clearCookies();
        person.arrives();
    }

    private static String address() {
        return "visitor-" + UUID.randomUUID() + "@example.org";
    }
}
