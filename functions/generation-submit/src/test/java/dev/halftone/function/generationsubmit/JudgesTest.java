package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.halftone.core.payment.PaymentTerms;
import dev.halftone.core.payment.PriceList;
import dev.halftone.core.payment.ProcessorTerms;
import dev.halftone.core.payment.Velocity;
import dev.halftone.core.profile.Profile;
import dev.halftone.core.safety.PromptCheck;
import dev.halftone.lambda.Environment;
import dev.halftone.testing.FixedSecrets;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who judges words, by what the profile says. */
class JudgesTest {
    private static final List<String> WORDS = List.of("A quay at dawn");

    private HttpServer creem;
    private volatile String decision = "allow";

    @BeforeEach
    void open() throws IOException {
        creem = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        creem.createContext(
                "/v1/moderation/prompt",
                exchange -> {
                    byte[] body =
                            "{\"decision\":\"%s\"}"
                                    .formatted(decision)
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        creem.start();
    }

    @AfterEach
    void close() {
        creem.stop(0);
    }

    // Protects: who sells by Creem has every prompt judged there, as Creem wants it.
    @Test
    void asksCreemWhereItSells() {
        List<PromptCheck> checks = checks(sellingBy("creem"));

        assertThat(checks).hasSize(1);
        assertThat(checks.getFirst().check(WORDS))
                .isEqualTo(new PromptCheck.Outcome.Passed("creem/moderation"));
        decision = "flag";
        assertThat(checks.getFirst().check(WORDS))
                .isEqualTo(new PromptCheck.Outcome.Refused("creem/flag", "creem/moderation"));
    }

    // Protects: where it does not sell, it hears no words.
    @Test
    void doesNotAskCreemWhereItDoesNotSell() {
        assertThat(checks(sellingBy("stripe"))).isEmpty();
    }

    private List<PromptCheck> checks(Profile profile) {
        Map<String, String> variables = new HashMap<>(Studio.VARIABLES);
        variables.put(
                "PAYMENT_STAND_INS", "creem=http://127.0.0.1:" + creem.getAddress().getPort());
        return GenerationSubmitApplication.checks(
                GenerationSubmitConfig.from(Environment.of(variables)),
                profile,
                new FixedSecrets(Map.of("/halftone/test/payments/creem", "creem_test_key")),
                new MutableClock(Samples.NOW));
    }

    private static Profile sellingBy(String processor) {
        Profile usual = Samples.profile();
        return new Profile(
                usual.name(),
                usual.brand(),
                usual.minimumAge(),
                usual.policyVersion(),
                usual.addressLife(),
                usual.welcomeCredits(),
                usual.batchRowsAtOnce(),
                usual.lateResults(),
                usual.storage(),
                usual.suggestions(),
                usual.plans(),
                null,
                usual.signIn(),
                new PaymentTerms(
                        List.of(new ProcessorTerms(processor, false, true)),
                        PriceList.EMPTY,
                        Map.of(),
                        new Velocity(1, 1)),
                usual.catalogue());
    }
}
