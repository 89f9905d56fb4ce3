package dev.halftone.function.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.ledger.Subscription.State;
import dev.halftone.testing.Conservation;
import dev.halftone.testing.Person;
import dev.halftone.testing.RandomLedgerRun;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Goal: what people are shown of their money is what the books say, always. Method: whatever can
 * happen to an account and a subscription does, and after each step both are compared.
 */
final class MeFoldsTest {

    private static final int STEPS = 400;
    private static final long SEED = 20_261_122;

    private final Random random = new Random(SEED);
    private Deployment deployment;
    private long said;
    private BrowserAt browser;

    @BeforeEach
    void deploy() {
        deployment = Deployment.local();
        browser = deployment.browser().signedIn();
    }

    @AfterEach
    void undeploy() {
        deployment.close();
    }

    @Test
    void showsTheFoldOfTheBooksAfterEveryStep() {
        Person person =
                new Person(
                        browser.session().user(),
                        deployment.account(browser.session()).id(),
                        Samples.NOW);
        RandomLedgerRun run = new RandomLedgerRun(deployment.studio.ports(), person, SEED);
        for (int step = 0; step < STEPS; step++) {
            String done = run.step();
            Conservation.audit(deployment.studio.ledger(), person.account());
            Account account = deployment.account(browser.session());
            JsonNode balance = browser.me().json().get("balance");

            assertThat(balance.get("available").asLong())
                    .as(done)
                    .isEqualTo(account.spendable(deployment.clock.instant()).amount());
            assertThat(balance.get("pending").asLong())
                    .as(done)
                    .isEqualTo(account.pending().amount());
        }
        assertThat(run.account().entries()).isGreaterThan(STEPS / 10);
    }

    @Test
    void showsWhatWasSaidLastOfTheSubscription() {
        for (int step = 0; step < STEPS; step++) {
            Instant now = deployment.clock.instant();
            Subscription said = said(now);
            deployment.subscriptions.put(said);
            JsonNode shown = browser.me().json().get("subscription");

            boolean over = said.state() == State.CANCELLED && !now.isBefore(said.until());
            assertThat(shown.get("state").asString())
                    .isEqualTo(
                            over
                                    ? "none"
                                    : switch (said.state()) {
                                        case ACTIVE -> "active";
                                        case PAST_DUE -> "past_due";
                                        case CANCELLED -> "cancelled";
                                    });
            assertThat(shown.get("plan").asString())
                    .isEqualTo(over ? Samples.profile().plans().usual() : said.plan());
            deployment.clock.advance(Duration.ofMinutes(random.nextInt(20)));
        }
    }

    // Whoever cancels sees until when they still have what they paid for; whoever undoes it, that
    // it runs on.
    @Test
    void showsUntilWhenACancelledSubscriptionGivesAndThatItRunsOnOnceThatIsUndone() {
        Instant end = deployment.clock.instant().plus(Duration.ofDays(20));

        assertThat(shown(State.CANCELLED, end)).isEqualTo("pro cancelled " + end);
        assertThat(shown(State.ACTIVE, end)).isEqualTo("pro active " + end);
        assertThat(shown(State.CANCELLED, end)).isEqualTo("pro cancelled " + end);

        deployment.clock.advance(Duration.ofDays(20));
        browser = deployment.browser().signedIn();
        assertThat(shown()).isEqualTo(Samples.profile().plans().usual() + " none null");
    }

    private String shown(State state, Instant until) {
        deployment.subscriptions.put(said(state, "pro", until));
        return shown();
    }

    private String shown() {
        JsonNode shown = browser.me().json().get("subscription");
        return shown.get("plan").asString()
                + " "
                + shown.get("state").asString()
                + " "
                + (shown.get("until").isNull() ? null : shown.get("until").asString());
    }

    private Subscription said(Instant now) {
        State[] states = State.values();
        return said(
                states[random.nextInt(states.length)],
                random.nextBoolean() ? "pro" : "team",
                now.plusSeconds(random.nextInt(-3, 3)));
    }

    private Subscription said(State state, String plan, Instant until) {
        said++;
        return new Subscription(
                deployment.account(browser.session()).id(),
                state,
                plan,
                until,
                "monthly",
                "sandbox:sub_1",
                Instant.EPOCH,
                Instant.EPOCH.plusMillis(said));
    }
}
