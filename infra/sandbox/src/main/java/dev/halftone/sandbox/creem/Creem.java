package dev.halftone.sandbox.creem;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.http.Html;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** One shop at Creem, with everything that belongs to it. */
public final class Creem implements Handler, AutoCloseable {

    private static final String TEST_KEY_PREFIX = "creem_test_";

    private final Courier courier;
    private final CreemApi api;
    private final CreemDesk desk;
    private final CheckoutPage checkout;
    private final PortalPage portal;
    private final DeskPage deskPage;

    /**
     * Opens the shop.
     *
     * @param base where all this is reached
     * @param second how long a second is between an event that is not accepted and its repetition
     */
    public Creem(Account account, URI base, Clock clock, Duration second) {
        this.courier = new Courier(account.webhook(), account.secret(), clock, second);
        Till till =
                new Till(
                        courier,
                        account.key().startsWith(TEST_KEY_PREFIX) ? "test" : "prod",
                        clock);
        Charges charges = new Charges(till);
        Plans plans = new Plans(till, charges);
        Sales sales = new Sales(till, charges, plans, base);
        this.api =
                new CreemApi(till, sales, charges, plans, new CreemApi.Access(account.key(), base));
        this.desk = new CreemDesk(till, courier, sales, charges, plans);
        this.checkout = new CheckoutPage(desk);
        this.portal = new PortalPage(desk, URI.create(base + "/portal"));
        this.deskPage = new DeskPage(desk, URI.create(base + "/desk"));
    }

    /**
     * What the product and the shop agreed on.
     *
     * @param key of the API
     * @param secret that signs events
     * @param webhook where events go, on this machine
     */
    public record Account(String key, String secret, URI webhook) {

        @Override
        public String toString() {
            return "Account[webhook=%s]".formatted(webhook);
        }
    }

    public CreemDesk desk() {
        return desk;
    }

    /** So many of the next calls of the API are answered 503. */
    public void beDown(int calls) {
        api.beDown(calls);
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        String[] parts = path.split("/", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        try {
            switch (parts[0]) {
                case "v1" -> api.handle(exchange, rest);
                case "checkout" -> checkout.handle(exchange, rest);
                case "portal" -> portal.handle(exchange, rest);
                case "desk" -> deskPage.handle(exchange);
                default -> nothing(exchange);
            }
        } catch (Refusal missing) {
            nothing(exchange);
        }
    }

    private static void nothing(Exchange exchange) throws IOException {
        Html.guarded(exchange, "'none'")
                .html(404, Html.page("Not found", "", "<h1>Nothing here</h1>"));
    }

    @Override
    public void close() {
        courier.close();
    }
}
