package dev.halftone.stripe;

import dev.halftone.core.SecretText;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.Delivery;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.Product;
import dev.halftone.core.payment.ProductId;
import dev.halftone.core.payment.Purchase;
import dev.halftone.core.payment.SubscriptionReference;
import dev.halftone.sandbox.Sandbox;
import dev.halftone.sandbox.SandboxConfig;
import dev.halftone.sandbox.stripe.Card;
import dev.halftone.sandbox.stripe.Desk;
import dev.halftone.sandbox.stripe.Payer;
import dev.halftone.sandbox.stripe.StripePrice;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.ProcessorSide;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sandbox's Stripe, whose events are kept. */
final class SandboxStripe implements ProcessorSide {

    static final String KEY = "sk_test_of_the_sandbox";

    private static final int LOOKS_MAX = 4_000;
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final Sandbox sandbox;
    private final Webhook webhook;
    private final MutableClock clock;
    private String refund = "";
    private String dispute = "";

    SandboxStripe(Path folder, MutableClock clock, String secret) {
        this.clock = clock;
        this.webhook = new Webhook(clock);
        this.sandbox =
                Sandbox.start(
                        new SandboxConfig(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                URI.create("http://127.0.0.1:0"),
                                folder,
                                Map.of(
                                        "/test/fal-user-id", "user",
                                        "/test/sign-in/google", "secret",
                                        "/test/providers/fal", "id:secret",
                                        "/test/payments/stripe", KEY,
                                        "/test/payments/stripe-webhook", secret),
                                Set.of(URI.create("http://localhost:8080")),
                                clock,
                                Duration.ofMillis(20)));
        desk().deliverTo(webhook.address());
        offer(pack(), null);
        offer(subscription(), "month");
        offer(dearer(), "month");
    }

    Desk desk() {
        return sandbox.stripe();
    }

    URI api() {
        return URI.create(sandbox.baseUrl() + "/stripe");
    }

    StripeProcessor processor(String key, String secrets) {
        return new StripeProcessor(
                new StripeSetting(
                        api(), () -> new SecretText(key), () -> new SecretText(secrets), clock));
    }

    private void offer(Purchase purchase, @Nullable String interval) {
        desk().offer(
                        new StripePrice(
                                purchase.priceReference(),
                                purchase.title(),
                                purchase.price().currency(),
                                purchase.price().amountMinor(),
                                interval));
    }

    @Override
    public Purchase pack() {
        return purchase("pack", 499, null);
    }

    @Override
    public Purchase subscription() {
        return purchase("plus", 1_000, Product.Period.MONTH);
    }

    @Override
    public Purchase dearer() {
        return purchase("pro", 2_000, Product.Period.MONTH);
    }

    private static Purchase purchase(String id, long amountMinor, Product.@Nullable Period period) {
        return new Purchase(
                new ProductId(id),
                period == null ? Product.Kind.PACK : Product.Kind.SUBSCRIPTION,
                "Credits: " + id,
                new Credits(400),
                new Cost(amountMinor, "EUR"),
                "stripe",
                "price_" + id,
                period,
                null,
                null,
                false);
    }

    @Override
    public void pay(Checkout checkout) {
        done(checkout, Payer.by(Card.PAYS));
    }

    @Override
    public void payByCoupon(Checkout checkout) {
        done(checkout, Payer.by(Card.PAYS).with("FREE"));
    }

    @Override
    public void paySlowly(Checkout checkout) {
        done(checkout, Payer.byBank());
    }

    private void done(Checkout checkout, Payer payer) {
        desk().pay(checkout.session(), payer)
                .ifPresent(
                        wrong -> {
                            throw new AssertionError(wrong);
                        });
    }

    @Override
    public void settle(Checkout checkout, boolean paid) {
        desk().settle(checkout.session(), paid);
    }

    @Override
    public void expire(Checkout checkout) {
        desk().expire(checkout.session());
    }

    @Override
    public void refund(PaymentReference payment, long amountMinor) {
        refund = desk().refund(payment.value(), amountMinor);
    }

    @Override
    public void failRefund() {
        desk().failRefund(refund);
    }

    @Override
    public void dispute(PaymentReference payment, boolean onlyAsks) {
        dispute = desk().dispute(payment.value(), onlyAsks);
    }

    @Override
    public void decide(boolean won) {
        desk().close(dispute, won);
    }

    @Override
    public void renew(SubscriptionReference subscription) {
        desk().nextPeriod(subscription.value());
    }

    @Override
    public void failToRenew(SubscriptionReference subscription) {
        desk().useCard(subscription.value(), Card.DECLINED_LATER);
        desk().nextPeriod(subscription.value());
    }

    @Override
    public void upgrade(SubscriptionReference subscription) {
        desk().changePrice(subscription.value(), dearer().priceReference());
    }

    @Override
    public void cancel(SubscriptionReference subscription) {
        desk().cancelAtPeriodEnd(subscription.value(), true);
    }

    @Override
    public List<Delivery> deliveries() {
        try {
            for (int look = 0; look < LOOKS_MAX; look++) {
                if (desk().isIdle()) {
                    return webhook.newest();
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("Events are still under way");
    }

    @Override
    public void close() {
        sandbox.close();
        webhook.close();
    }
}
