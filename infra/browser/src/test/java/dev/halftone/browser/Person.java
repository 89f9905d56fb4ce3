package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;

/** Somebody new, who does with pointer or finger what the page offers. */
final class Person {
    private final Visit visit;
    private final Page page;
    private final String address = "visitor-" + UUID.randomUUID() + "@example.org";

    Person(Visit visit, Device device) {
        this.visit = visit;
        this.page = visit.open(device);
    }

    /** Somebody with the welcome credits, in front of the empty studio. */
    static Person inTheStudio(Visit visit, Device device) {
        Person person = new Person(visit, device);
        person.arrives();
        person.choosesToSignIn();
        person.signsIn();
        person.acceptsThePolicy();
        person.begins();
        return person;
    }

    Page page() {
        return page;
    }

    void arrives() {
        page.navigate(visit.home().toString());
        assertThat(link("Continue with Google")).isVisible();
    }

    void choosesToSignIn() {
        link("Continue with Google").click();
        assertThat(heading("Sign in to Halftone")).isVisible();
    }

    void signsIn() {
        identifies();
        assertThat(heading("Before you start")).isVisible();
    }

    /** Says who they are on the identity provider's page. */
    void identifies() {
        page.getByLabel("Name").fill("Vera Visitor");
        page.getByLabel("E-mail").fill(address);
        button("Continue").click();
    }

    void acceptsThePolicy() {
        page.getByRole(AriaRole.CHECKBOX).check();
        button("Agree and continue").click();
        assertThat(heading("25 credits are yours")).isVisible();
    }

    void begins() {
        button("Make the first picture").click();
        assertThat(page.getByText("Leaves 21 of 25 credits.")).isVisible();
    }

    void describes(String prompt) {
        page.getByLabel("Describe the picture").fill(prompt);
    }

    void chooses(String group, String choice) {
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(group))
                .getByText(choice, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    void generates() {
        button("Generate").click();
    }

    /** Goes to another page by the main navigation. */
    void goesTo(String name) {
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .click();
        assertThat(heading(name)).isVisible();
    }

    /** The newest on the sheet. */
    Locator newest() {
        return page.getByRole(AriaRole.ARTICLE).first();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name));
    }

    Locator balance() {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Balance"));
    }
}
