package dev.halftone.sandbox.stripe;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.http.Html;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** One account at Stripe, in test mode, with everything that belongs to it. */
public final class Stripe implements Handler, AutoCloseable {

    private final Courier courier;
    private final StripeApi api;
    private final Desk desk;
    private final CheckoutPage checkout;
    private final PortalPage portal;
    private final PaperPage papers;
    private final DeskPage deskPage;

    /**
     * @param base where all this is reached
     * @param folder that survives a restart
     * @param pace the wait before an event is brought a second time
     */
    public Stripe(Account account, URI base, Path folder, Clock clock, Duration pace) {
        this.courier = new Courier(account.webhook(), account.secrets(), clock, pace);
        Office office = new Office(base, new Records(folder), courier, clock);
        Payments payments = new Payments(office);
        Customers customers = new Customers(office);
        Refunds refunds = new Refunds(office, payments);
        Billing billing = new Billing(office, new Invoices(office, payments));
        Checkouts checkouts = new Checkouts(office, customers, payments, billing);
        this.api =
                new StripeApi(
                        office,
                        new Resources(office, customers, checkouts, billing, refunds),
                        account.key());
        this.desk = new Desk(office, checkouts, payments, refunds, billing);
        this.checkout = new CheckoutPage(desk);
        this.portal = new PortalPage(desk, office);
        this.papers = new PaperPage(desk);
        this.deskPage = new DeskPage(desk, URI.create(base + "/desk"));
    }

    /**
     * What the product and the processor agreed on.
     *
     * @param key of the API
     * @param secrets that sign events: one, or two while one is replaced
     * @param webhook where events go, on this machine
     */
    public record Account(String key, List<String> secrets, URI webhook) {
        public Account {
            secrets = List.copyOf(secrets);
        }

        @Override
        public String toString() {
            return "Account[webhook=%s]".formatted(webhook);
        }
    }

    public Desk desk() {
        return desk;
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        String[] parts = path.split("/", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        try {
            switch (parts[0]) {
                case "v1" -> api.handle(exchange, rest);
                case "pay" -> checkout.handle(exchange, rest);
                case "portal" -> portal.handle(exchange, rest);
                case "invoice" -> papers.invoice(exchange, rest);
                case "receipt" -> papers.receipt(exchange, rest);
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
