package dev.halftone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.halftone.browser.Fault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Protects: people buy credits where these are short, know before they pay what they get, and see
 * afterwards what became of it.
 */
class ShopIT {
    private static final String ORDERS = "**/v1/orders";
    private static final Pattern RECEIPT = Pattern.compile("/v1/orders/ord_[0-9a-f]{32}/receipt");

    @RegisterExtension final Visit visit = new Visit();

    @ParameterizedTest
    @EnumSource(Device.class)
    void buysAPackAndFindsItOnTheStatement(Device device) {
        Person person = Person.inTheStudio(visit, device);
        Page page = person.page();
        runsShort(person);
        person.link("Buy credits").click();
        assertThat(page.getByText("25 pictures")).isVisible();
        visit.look("offer");

        consents(page);
        Request order = page.waitForRequest(ORDERS, () -> person.button("Order and pay").click());
        paysByCard(page, "Sketch");

        assertThat(person.heading("100 credits are yours")).isVisible();
        assertThat(person.balance()).containsText("125");
        assertThat(page.getByRole(AriaRole.LINK, named("Receipt"))).hasAttribute("href", RECEIPT);
        visit.look("paid");
        assertThat(order.postData()).contains("\"immediateDelivery\":true").doesNotContain("100");
        person.goesTo("Statement");
        assertThat(page.locator(".story").first()).containsText("Credits bought");
        assertThat(page.locator(".story").first()).containsText("+100");
        page.getByText("See your orders").click();
        assertThat(page.locator("orders-page li")).hasCount(1);
        assertThat(page.locator("orders-page li")).containsText("Paid");
        visit.look("orders");
    }

    @Test
    void subscribesAndManagesItAtTheProcessor() {
        Person person = Person.inTheStudio(visit, Device.DESKTOP);
        Page page = person.page();
        page.navigate(visit.home().resolve("/credits").toString());
        page.getByText("Plus", new Page.GetByTextOptions().setExact(true)).click();
        consents(page);
        person.button("Subscribe and pay").click();
        paysByCard(page, "Plus");
        assertThat(person.heading("240 credits are yours")).isVisible();
        assertThat(page.getByText("They come anew with each payment.")).isVisible();
        visit.look("subscribed");

        page.navigate(visit.home().resolve("/account").toString());
        assertThat(page.locator("account-billing")).containsText("Your subscription: plus, paid");
        visit.look("account");
        person.button("Manage at Stripe").click();
        assertThat(person.heading("Your subscriptions")).isVisible();
        person.button("Cancel at the end of the period").click();
        person.link("Back").click();

        assertThat(page.locator("account-billing")).containsText("Your subscription: plus");
    }

    /** The law asks for it, and for no box that is ticked already. */
    @Test
    void ordersNothingBeforeImmediateDeliveryIsAgreedTo() {
        Person person = Person.inTheStudio(visit, Device.PHONE);
        Page page = person.page();
        page.navigate(visit.home().resolve("/credits").toString());
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.method()));
        assertThat(page.getByRole(AriaRole.CHECKBOX)).not().isChecked();

        person.button("Order and pay").click();

        assertThat(page.locator("#order-error")).containsText("Tick the box to go on");
        assertThat(page.getByRole(AriaRole.CHECKBOX)).isFocused();
        assertThat(asked).doesNotContain("POST");
        visit.look("consent");
    }

    /** One click is one order, also where its first answer was lost. */
    @Test
    void sendsTheSameOrderAgainAfterAnAnswerWasLost() {
        Person person = Person.inTheStudio(visit, Device.DESKTOP);
        Page page = person.page();
        page.navigate(visit.home().resolve("/credits").toString());
        consents(page);
        page.route(ORDERS, route -> route.abort("connectionreset"));
        Request first = page.waitForRequest(ORDERS, () -> person.button("Order and pay").click());
        assertThat(page.locator("#order-error")).containsText("Halftone did not answer");
        page.unroute(ORDERS);

        Request second = page.waitForRequest(ORDERS, () -> person.button("Order and pay").click());

        assertThat(person.heading("Sketch")).isVisible();
        assertThat(key(second)).isEqualTo(key(first)).isNotEmpty();
        visit.expect(Kind.FAILED_REQUEST, "net::ERR_CONNECTION_RESET");
        visit.expect(Kind.CONSOLE, "net::ERR_CONNECTION_RESET");
    }

    @Test
    void saysWhyNothingCanBeBoughtJustNow() {
        Person person = Person.inTheStudio(visit, Device.PHONE);
        Page page = person.page();
        page.navigate(visit.home().resolve("/credits").toString());
        consents(page);
        Map<String, String> refusals =
                Map.of(
                        "order_limit", "You can order again from",
                        "account_frozen", "A payment of yours is disputed.");

        refusals.forEach(
                (code, words) -> {
                    page.route(ORDERS, route -> route.fulfill(refusal(code)));
                    person.button("Order and pay").click();
                    assertThat(page.locator("#order-error")).containsText(words);
                    visit.look(code);
                    page.unroute(ORDERS);
                });
        visit.expect(Kind.FAILED_REQUEST, "429");
        visit.expect(Kind.CONSOLE, "429");
    }

    private static FulfillOptions refusal(String code) {
        return new FulfillOptions()
                .setStatus(429)
                .setContentType("application/problem+json")
                .setHeaders(Map.of("retry-after", "1800"))
                .setBody("{\"code\":\"%s\",\"title\":\"Refused\"}".formatted(code));
    }

    /** Wants a film that costs more than the welcome credits. */
    private static void runsShort(Person person) {
        person.chooses("Model", "Seedance 1.5 Pro");
        person.chooses("Size", "1080p");
        person.chooses("Length", "12 s");
        assertThat(person.page().getByText("and you have 25.")).isVisible();
    }

    private static void consents(Page page) {
        page.getByRole(AriaRole.CHECKBOX).check();
    }

    /** On the processor's page, the only one with a field for a card. */
    private void paysByCard(Page page, String product) {
        assertThat(page.getByRole(AriaRole.HEADING, named(product))).isVisible();
        assertThat(page.url()).startsWith(visit.site().toString());
        page.getByLabel("E-mail for the receipt").fill("payer@example.org");
        page.getByLabel("Test card").fill("4242 4242 4242 4242");
        page.locator("button[value=card]").click();
    }

    private static String key(Request request) {
        return String.valueOf(request.headerValue("idempotency-key"));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
