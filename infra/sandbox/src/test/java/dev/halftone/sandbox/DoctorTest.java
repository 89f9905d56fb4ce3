package dev.halftone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.sandbox.DoctorProgram.Result;
import dev.halftone.sandbox.stripe.Card;
import dev.halftone.sandbox.stripe.Payer;
import dev.halftone.sandbox.stripe.StripePrice;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goal: whatever keeps Stripe's messages from us is named, with what to do about it. Method: each
 * fault is planted at the sandbox's Stripe or at a webhook, and the program is asked.
 */
final class DoctorTest {
    private static final String KEY = "sk_test_here";
    private static final String SECRET = "whsec_new";
    private static final Duration LATER = Duration.ofMinutes(10);
    private static final int LOOKS_MAX = 2000;
    private static final int COMMAND_SECONDS_MAX = 60;

    private static DoctorProgram doctor;

    @TempDir private Path state;
    private TestSandbox world;
    private Webhook ours;

    @BeforeAll
    static void compile(@TempDir Path folder) throws Exception {
        doctor = DoctorProgram.compiled(folder);
    }

    @BeforeEach
    void open() throws IOException {
        world = new TestSandbox(state);
        ours = new Webhook(SECRET);
        world.sandbox.stripe().deliverTo(ours.address());
        world.sandbox.stripe().offer(new StripePrice("price_pack", "Pack", "EUR", 499, null));
    }

    @AfterEach
    void close() {
        world.close();
        ours.close();
    }

    @Test
    void findsNothingWrongWhereMessagesAreTaken() throws Exception {
        buy();

        Result result = ask();

        assertThat(result.lines()).hasSize(5).allMatch(line -> line.startsWith("ok "));
        assertThat(result.code()).isZero();
    }

    // Protects: both addresses are named, the one that Stripe has and the one that it should have.
    @Test
    void namesAWrongAddressAndTheRightOne() throws Exception {
        URI wrong = ours.origin().resolve("/v1/webhooks/strip?token=hidden");
        world.sandbox.stripe().deliverTo(wrong);
        buy();

        Result result = ask();

        assertThat(line(result, "webhook address"))
                .startsWith("WRONG")
                .contains("/v1/webhooks/strip, it should have " + ours.address())
                .contains("change it at Stripe")
                .doesNotContain("hidden");
        assertThat(line(result, "webhook secret")).startsWith("UNKNOWN");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void namesAWrongSecretAndWhereTheRightOneGoes() throws Exception {
        world.sandbox.stripe().signWith(List.of("whsec_other"));
        buy();

        Result result = ask();

        assertThat(line(result, "webhook secret"))
                .startsWith("WRONG")
                .contains("1 message not taken", "2026-11-21T10:00:00Z")
                .contains("into /halftone/local/payments/stripe-webhook");
        assertThat(wrongs(result)).hasSize(1);
        assertThat(result.code()).isEqualTo(1);
    }

    // Protects: once a secret is mended, the messages that still wait for a repetition say nothing.
    @Test
    void isContentOnceTheNewestMessageIsTaken() throws Exception {
        world.sandbox.stripe().signWith(List.of("whsec_other"));
        buy();
        world.sandbox.stripe().signWith(List.of("whsec_old", SECRET));
        world.clock.turn(Duration.ofMinutes(1));
        buy();

        Result result = ask();

        assertThat(line(result, "webhook secret")).startsWith("ok").contains("1 message before it");
        assertThat(result.code()).isZero();
    }

    @Test
    void doesNotTakeAMessageOnItsWayForAnUntakenOne() throws Exception {
        buy();
        world.sandbox.stripe().signWith(List.of("whsec_other"));
        world.clock.turn(LATER);
        buy();

        Result result = doctor.of(ours.origin(), stripe(), KEY, world.clock.instant());

        assertThat(line(result, "webhook secret")).startsWith("ok");
        assertThat(result.code()).isZero();
    }

    @Test
    void namesAMissingKindOfEvent() throws Exception {
        world.sandbox.stripe().unsubscribe("charge.dispute.closed");
        buy();

        Result result = ask();

        assertThat(line(result, "webhook events"))
                .startsWith("WRONG")
                .contains("does not send charge.dispute.closed: select")
                .contains(ours.address().toString());
        assertThat(wrongs(result)).hasSize(1);
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void namesAnotherVersion() throws Exception {
        world.sandbox.stripe().speak("2025-03-31.basil");
        buy();

        Result result = ask();

        assertThat(line(result, "webhook version"))
                .startsWith("WRONG")
                .contains("Stripe sends 2025-03-31.basil, it should be 2026-07-29.dahlia");
        assertThat(result.code()).isEqualTo(1);
    }

    // Protects: a service that is down, or has no such route, is not taken for a wrong secret.
    @Test
    void tellsAWrongSecretFromAServiceThatIsDownOrHasNoSuchRoute() throws Exception {
        ours.answer(503);
        buy();
        Result down = ask();
        ours.answer(404);
        Result missing = ask();

        assertThat(line(down, "our webhook")).startsWith("WRONG").contains("is down (503)");
        assertThat(line(missing, "our webhook")).startsWith("WRONG").contains("not there (404)");
        assertThat(List.of(down, missing))
                .allMatch(each -> line(each, "webhook secret").startsWith("UNKNOWN"))
                .allMatch(each -> each.code() == 1);
    }

    // Protects: no answer is no good news, and a quiet day proves no secret.
    @Test
    void saysThatItCannotTellWithoutAKeyOrAMessage() throws Exception {
        Result quiet = ask();
        Result refused = doctor.of(ours.origin(), stripe(), "sk_test_other", later());
        Result unsafe = doctor.of(ours.origin(), URI.create("http://a.test"), KEY, later());

        assertThat(line(quiet, "webhook secret")).startsWith("UNKNOWN");
        assertThat(line(refused, "webhook address")).startsWith("UNKNOWN").contains("(401)");
        assertThat(List.of(quiet, refused, unsafe))
                .extracting(Result::code)
                .containsExactly(2, 2, 2);
        assertThat(refused.lines().toString()).doesNotContain("sk_test_other");
    }

    // Protects: the sandbox is no more lenient than Stripe about what the program asks.
    @Test
    void asksOnlyWhatStripeWouldAnswer() throws Exception {
        for (String odd :
                List.of("webhook_endpoints?status=enabled", "events?delivery_success=maybe")) {
            HttpResponse<byte[]> refused =
                    world.call("GET", "/stripe/v1/" + odd, "Bearer " + KEY, "");
            assertThat(refused.statusCode()).as(odd).isEqualTo(400);
        }
    }

    /** Method: an aws command of the test's own, which has the parameters of one stage. */
    @Test
    void readsAddressAndKeyOfADeployment() throws Exception {
        buy();
        Path aws = state.resolve("aws");
        Files.writeString(
                aws,
                """
                #!/bin/sh
                case "$*" in
                  *"--name /halftone/prod/public-url "*) echo %s ;;
                  *"--name /halftone/prod/payments/stripe "*) echo %s ;;
                  *) exit 1 ;;
                esac
                """
                        .formatted(ours.origin(), KEY));
        assertThat(aws.toFile().setExecutable(true)).isTrue();
        ProcessBuilder command =
                new ProcessBuilder("bash", "../operate/doctor.sh", "--stage", "prod")
                        .redirectErrorStream(true)
                        .redirectOutput(state.resolve("said").toFile());
        command.environment()
                .putAll(
                        Map.of(
                                "JAVA_HOME", System.getProperty("java.home"),
                                "PATH", state + ":" + System.getenv("PATH"),
                                "HALFTONE_STRIPE", stripe().toString()));
        command.environment().remove("STRIPE_KEY");
        Process process = command.start();

        assertThat(process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(state.resolve("said"))
                .content()
                .contains("ok       webhook address: Stripe sends to " + ours.address())
                .doesNotContain("WRONG", KEY);
    }

    private Result ask() throws Exception {
        return doctor.of(ours.origin(), stripe(), KEY, later());
    }

    private Instant later() {
        return world.clock.instant().plus(LATER);
    }

    private URI stripe() {
        return world.url("/stripe");
    }

    private static List<String> wrongs(Result result) {
        return result.lines().stream().filter(line -> line.startsWith("WRONG")).toList();
    }

    private static String line(Result result, String check) {
        return result.lines().stream()
                .filter(line -> line.contains(" " + check + ": "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(result));
    }

    /** Somebody pays, and Stripe has done what it could to tell us. */
    private void buy() throws Exception {
        String form =
                "mode=payment&line_items%5B0%5D%5Bprice%5D=price_pack"
                        + "&success_url=http%3A%2F%2Flocalhost%3A8080%2F";
        HttpResponse<byte[]> opened =
                world.send(
                        world.url("/stripe/v1/checkout/sessions"),
                        request ->
                                request.header("Authorization", "Bearer " + KEY)
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        world.sandbox
                .stripe()
                .pay(TestSandbox.json(opened).path("id").asString(), Payer.by(Card.PAYS));
        for (int look = 0; look < LOOKS_MAX && !world.sandbox.stripe().isIdle(); look++) {
            Thread.sleep(5);
        }
        assertThat(world.sandbox.stripe().isIdle()).isTrue();
    }
}
