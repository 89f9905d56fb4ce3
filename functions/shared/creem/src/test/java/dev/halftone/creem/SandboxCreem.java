package dev.halftone.creem;

import dev.halftone.core.SecretText;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.Delivery;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.Product;
import dev.halftone.core.payment.ProductId;
import dev.halftone.core.payment.Purchase;
import dev.halftone.core.payment.SubscriptionReference;
import dev.halftone.sandbox.Sandbox;
import dev.halftone.sandbox.SandboxConfig;
import dev.halftone.sandbox.creem.CreemCard;
import dev.halftone.sandbox.creem.CreemDesk;
import dev.halftone.sandbox.creem.CreemOffer;
import dev.halftone.sandbox.creem.CreemPayer;
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

/** The sandbox's Creem, whose events are kept. */
final class SandboxCreem implements ProcessorSide {

    static final String KEY = "creem_test_of_the_sandbox";

    private static final int LOOKS_MAX = 4_000;
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final Sandbox sandbox;
    private final Webhook webhook;
    private final MutableClock clock;
    private String dispute = "";

    SandboxCreem(Path folder, MutableClock clock, String secret) {
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
                                        "/test/payments/creem", KEY,
                                        "/test/payments/creem-webhook", secret),
                                Set.of(URI.create("http://localhost:8080")),
                                clock,
                                Duration.ofMillis(20)));
        desk().deliverTo(webhook.address());
        offer(pack(), null);
        offer(subscription(), "month");
        offer(dearer(), "month");
    }

    CreemDesk desk() {
        return sandbox.creem();
    }

    URI api() {
        return URI.create(sandbox.baseUrl() + "/creem");
    }

    PaymentProcessor processor(String key, String secrets) {
        return CreemProcessor.of(
                new CreemSetting(
                        api(), () -> new SecretText(key), () -> new SecretText(secrets), clock));
    }

    private void offer(Purchase purchase, @Nullable String interval) {
        desk().offer(
                        CreemOffer.of(
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
                CreemProcessor.ID,
                "prod_" + id,
                period,
                null,
                null,
                false);
    }

    @Override
    public void pay(Checkout checkout) {
        done(checkout, CreemPayer.by(CreemCard.PAYS));
    }

    @Override
    public void payByCoupon(Checkout checkout) {
        done(checkout, CreemPayer.by(CreemCard.PAYS).with("FREE"));
    }

    @Override
    public void paySlowly(Checkout checkout) {
        done(checkout, CreemPayer.slowly());
    }

    private void done(Checkout checkout, CreemPayer payer) {
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
        desk().refund(payment.value(), amountMinor, true);
    }

    @Override
    public void failRefund() {
        throw new UnsupportedOperationException("Nobody hears of that");
    }

    @Override
    public void dispute(PaymentReference payment, boolean onlyAsks) {
        if (onlyAsks) {
            throw new UnsupportedOperationException("Nobody hears of that");
        }
        dispute = desk().dispute(payment.value());
    }

    @Override
    public void decide(boolean won) {
        desk().close(dispute, won);
    }

    @Override
    public void renew(SubscriptionReference subscription) {
        desk().nextPeriod(subscription.value(), true);
    }

    @Override
    public void failToRenew(SubscriptionReference subscription) {
        desk().nextPeriod(subscription.value(), false);
    }

    @Override
    public void upgrade(SubscriptionReference subscription) {
        desk().changeProduct(subscription.value(), dearer().priceReference());
    }

    @Override
    public void cancel(SubscriptionReference subscription) {
        desk().cancel(subscription.value(), false);
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
