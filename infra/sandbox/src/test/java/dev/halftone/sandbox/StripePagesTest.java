package dev.halftone.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.sandbox.stripe.Card;
import dev.halftone.sandbox.stripe.Payer;
import dev.halftone.sandbox.stripe.StripePrice;
import dev.halftone.sandbox.work.Mischief;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Protects: people pay on the sandbox's page, and the product hears of it as Stripe would say it.
 */
final class StripePagesTest {

    private static final int LOOKS_MAX = 2000;

    @TempDir private Path state;
    private TestSandbox world;
    private EventReceiver product;

    @BeforeEach
    void open() throws Exception {
        world = new TestSandbox(state);
        product = new EventReceiver();
        world.sandbox.stripe().deliverTo(product.address());
        world.sandbox.stripe().offer(new StripePrice("price_pack", "Pack", "EUR", 499, null));
    }

    @AfterEach
    void close() {
        world.close();
        product.close();
    }

    @Test
    void leadsWhoPaysBackToTheProduct() throws Exception {
        String session = session();
        HttpResponse<byte[]> paid =
                page(session, "email=ada%40example.test&card=4242+4242+4242+4242&way=card");
        assertThat(paid.statusCode()).isEqualTo(302);
        assertThat(paid.headers().firstValue("Location"))
                .hasValue("http://localhost:8080/orders/1?s=" + session);
        settle();
        assertThat(product.types()).containsExactly("checkout.session.completed");
    }

    // Nothing is charged, and whoever is declined may try another card.
    @Test
    void saysThatACardIsDeclined() throws Exception {
        String session = session();
        HttpResponse<byte[]> declined =
                page(session, "email=ada%40example.test&card=4000000000000002&way=card");
        assertThat(declined.statusCode()).isEqualTo(402);
        assertThat(new String(declined.body(), UTF_8)).contains("declined");
        assertThat(world.sandbox.stripe().object(session).path("status").asString())
                .isEqualTo("open");
    }

    // A real card typed here by mistake goes nowhere.
    @Test
    void takesNoCardButTheTestNumbers() throws Exception {
        String page =
                new String(
                        page(session(), "email=a%40b.test&card=5555555555554444&way=card").body(),
                        UTF_8);
        assertThat(page).contains("takes the numbers below only").doesNotContain("5555");
    }

    @Test
    void signsEachEventWithEverySecret() throws Exception {
        world.sandbox.stripe().pay(session(), Payer.by(Card.PAYS));
        settle();
        EventReceiver.Brought first = product.brought().getFirst();
        String at = Long.toString(world.clock.instant().getEpochSecond());
        assertThat(first.signature())
                .isEqualTo(
                        "t=%s,v1=%s,v1=%s"
                                .formatted(
                                        at,
                                        mac("whsec_old", at + "." + first.body()),
                                        mac("whsec_new", at + "." + first.body())));
        assertThat(first.event().path("api_version").asString()).isEqualTo("2026-07-29.dahlia");
    }

    @Test
    void bringsAnEventAgainUntilItIsTaken() throws Exception {
        product.refuse(2);
        world.sandbox.stripe().pay(session(), Payer.by(Card.PAYS));
        settle();
        assertThat(product.brought()).hasSize(3);
        assertThat(product.brought().stream().map(each -> each.event().path("id")).distinct())
                .hasSize(1);
    }

    @Test
    void losesEventsWhenToldTo() throws Exception {
        world.sandbox.stripe().behave(new Mischief(true, 1, false, Duration.ZERO));
        world.sandbox.stripe().pay(session(), Payer.by(Card.PAYS));
        settle();
        assertThat(product.brought()).isEmpty();
        assertThat(world.sandbox.stripe().events("checkout.session.completed")).hasSize(1);
    }

    @Test
    void bringsEventsTwiceAndBackwardsWhenToldTo() throws Exception {
        String session = session();
        world.sandbox.stripe().pay(session, Payer.by(Card.PAYS));
        settle();
        world.sandbox.stripe().behave(new Mischief(false, 2, true, Duration.ZERO));
        String payment = world.sandbox.stripe().object(session).path("payment_intent").asString();
        world.sandbox.stripe().refund(payment, 100);
        settle();
        List<String> types = product.types();
        assertThat(types.subList(1, types.size()))
                .containsExactly(
                        "refund.created", "refund.created", "charge.refunded", "charge.refunded");
    }

    // What a developer presses there is what tests do by code.
    @Test
    void letsADeveloperDisputeAPaymentAtTheDesk() throws Exception {
        String session = session();
        world.sandbox.stripe().pay(session, Payer.by(Card.PAYS));
        String payment = world.sandbox.stripe().object(session).path("payment_intent").asString();
        HttpResponse<byte[]> done =
                world.send(
                        world.url("/stripe/desk"),
                        request ->
                                request.POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "act=dispute&id=" + payment)));
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(world.sandbox.stripe().events("charge.dispute.created")).hasSize(1);
        assertThat(new String(world.get("/stripe/desk").body(), UTF_8)).contains("needs_response");
    }

    private String session() throws Exception {
        HttpResponse<byte[]> opened =
                world.send(
                        world.url("/stripe/v1/checkout/sessions"),
                        request ->
                                request.header("Authorization", "Bearer sk_test_here")
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        "mode=payment&line_items%5B0%5D%5Bprice%5D=price_pack&success_url=http%3A%2F%2Flocalhost%3A8080%2Forders%2F1%3Fs%3D%7BCHECKOUT_SESSION_ID%7D")));
        return TestSandbox.json(opened).path("id").asString();
    }

    private HttpResponse<byte[]> page(String session, String form) throws Exception {
        return world.send(
                world.url("/stripe/pay/" + session),
                request -> request.POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private void settle() throws InterruptedException {
        for (int look = 0; look < LOOKS_MAX; look++) {
            if (world.sandbox.stripe().isIdle()) {
                return;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("Events are still under way");
    }

    private static String mac(String secret, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    }
}
