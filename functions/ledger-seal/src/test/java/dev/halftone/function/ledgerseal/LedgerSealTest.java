package dev.halftone.function.ledgerseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.Roots;
import dev.halftone.core.seal.SignedRoot;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.HandlerDriver;
import dev.halftone.lambda.PrintedLines;
import dev.halftone.testing.EventFile;
import dev.halftone.testing.FixedSecrets;
import dev.halftone.testing.InMemoryStudio;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Provability;
import dev.halftone.testing.RootKeys;
import dev.halftone.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The function through its real entry, on what its two triggers send. */
class LedgerSealTest {
    private static final Map<String, String> VARIABLES =
            Map.of("LEDGER_TABLE", "ledger", "LEDGER_KEY_PARAMETER", "/ledger-key");
    private static final AtomicReference<LedgerSealPorts> PORTS = new AtomicReference<>();
    private static final AccountId ACCOUNT = new AccountId("acc_0123456789abcdef0123456789abcdef");
    private static final AccountId OTHER = new AccountId("acc_" + "f".repeat(32));
    private static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";
    private static final EventFile LINES = EventFile.read("ledger-seal", "lines");

    private final InMemoryStudio store = new InMemoryStudio();
    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final PrintedLines printed = PrintedLines.open();
    private HandlerDriver driver = start(RootKeys.PEM);

    /** The function without its stores. */
    public static class InMemoryApplication extends LedgerSealApplication {
        @Override
        LedgerSealPorts ports(LedgerSealConfig config) {
            return Objects.requireNonNull(PORTS.get());
        }
    }

    private HandlerDriver start(String pem) {
        PORTS.set(
                new LedgerSealPorts(
                        store.seals().seals(),
                        store.ledger(),
                        store.seals().roots(),
                        new FixedSecrets(Map.of("/ledger-key", pem)),
                        clock));
        return HandlerDriver.start(
                VARIABLES, () -> new LedgerSealHandler(InMemoryApplication.class));
    }

    @AfterEach
    void closeLog() {
        printed.close();
    }

    // Protects: what the stream brings is what is sealed; the hash was computed outside of Java.
    @Test
    void sealsTheLinesOfTheStreamInTheirOrder() {
        assertThat(invoke(LINES)).isEqualTo(NOTHING_FAILED);

        assertThat(store.seals().seals().head(ACCOUNT))
                .contains(
                        new Head(
                                ACCOUNT,
                                3,
                                "cd3b60a42418c1f39da24a2d9824cfb4d44b0e6a8c4df9ffbef0dcf45097f51c"));
        assertThat(metric("ledger_lines_sealed")).contains("3");
    }

    // Protects: Lambda may bring a batch again, and does.
    @Test
    void sealsNothingTwiceThoughABatchComesAgain() {
        invoke(LINES);

        assertThat(invoke(LINES)).isEqualTo(NOTHING_FAILED);

        assertThat(number(ACCOUNT)).isEqualTo(3);
    }

    // Protects: a line that cannot be read stops its own account, loudly, and is asked for again.
    @ParameterizedTest
    @CsvSource({
        "\"S\": \"PENDING\", \"S\": \"BORROW\"",
        "\"N\": \"-4\", \"N\": \"-5\"",
        "\"N\": \"-4\", \"N\": \"four\"",
        "2026-11-16T15:51:00Z, yesterday",
        "\"M\", \"X\""
    })
    void holdsBackTheRestOfAnAccountWhoseLineCannotBeRead(String good, String bad) {
        String answer = invoke(new EventFile(second(good, bad)));

        assertThat(answer).contains(number(2)).contains(number(3)).doesNotContain(number(1));
        assertThat(number(ACCOUNT)).isEqualTo(1);
        assertThat(printed.containing("A line cannot be read"))
                .singleElement()
                .asString()
                .contains("\"ERROR\"")
                .contains(number(2))
                .doesNotContain(ACCOUNT.value());

        assertThat(invoke(LINES)).isEqualTo(NOTHING_FAILED);
        assertThat(number(ACCOUNT)).isEqualTo(3);
    }

    // Protects: one account's trouble is nobody else's.
    @Test
    void sealsTheLinesOfOthersBesideOneThatCannotBeRead() {
        String event = second("\"S\": \"PENDING\"", "\"S\": \"BORROW\"");
        int third = event.indexOf(number(2));
        String others =
                event.substring(0, third)
                        + event.substring(third).replace(ACCOUNT.value(), OTHER.value());

        String answer = invoke(new EventFile(others));

        assertThat(answer)
                .isEqualTo(
                        "{\"batchItemFailures\":[{\"itemIdentifier\":\"%s\"}]}"
                                .formatted(number(2)));
        assertThat(number(OTHER)).isEqualTo(1);
    }

    // Protects: not even a line whose account cannot be read is lost.
    @Test
    void asksAgainForALineOfNoAccount() {
        String answer = invoke(LINES.with("ACCOUNT#acc_", "ACCOUNT#user_"));

        assertThat(answer).contains(number(1), number(2), number(3));
        assertThat(printed.containing("A line cannot be read")).hasSize(3);
    }

    // Protects: what else changes in the table is no line, and stops none.
    @Test
    void leavesAloneWhatIsNoLine() {
        assertThat(invoke(LINES.with("JOURNAL#", "BUCKET#"))).isEqualTo(NOTHING_FAILED);

        assertThat(store.seals().seals().head(ACCOUNT)).isEmpty();
    }

    // Protects: every hour what was sealed is signed, with the key of the parameter.
    @Test
    void signsWhatWasSealed() {
        invoke(LINES);
        clock.advance(Duration.ofMinutes(20));

        assertThat(tick()).isEqualTo("{}");

        Roots.Coverage coverage = store.seals().roots().coverage(ACCOUNT).orElseThrow();
        assertThat(coverage.proof().head().number()).isEqualTo(3);
        assertThat(coverage.root().root().at()).isEqualTo(clock.instant());
        assertThat(store.seals().roots().keys()).containsExactly(RootKeys.first().published());
        Provability.auditRoots(store.seals().roots(), RootKeys.first());
    }

    // Protects: the operator sees how much was signed, and how long the oldest of it waited.
    @Test
    void reportsWhatWasSignedAndHowLongItWaited() {
        invoke(LINES);
        clock.advance(Duration.ofMinutes(20));
        tick();
        tick();

        assertThat(metric("ledger_accounts_signed")).contains("1");
        assertThat(printed.containing("ledger_unsigned_seconds"))
                .hasSize(2)
                .first()
                .asString()
                .contains("1200");
    }

    // Protects: a wrong key publishes nothing, is named, and does not hide that lines wait.
    @Test
    void signsNothingWithAKeyThatIsNoPair() {
        driver = start(RootKeys.PEM.replace("11qYAYKx", "11qYAYKy"));
        invoke(LINES);
        clock.advance(Duration.ofMinutes(20));

        assertThatThrownBy(this::tick).isInstanceOf(IllegalStateException.class);

        assertThat(store.seals().roots().latest().map(SignedRoot::root)).isEmpty();
        assertThat(printed.containing("ledger-key: ")).isNotEmpty();
        assertThat(metric("ledger_unsigned_seconds")).contains("1200");
    }

    // Protects: nothing but its two triggers starts it, whatever an event carries.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"Records\":[]}",
                "{\"Records\":[{\"dynamodb\":{}}]}",
                "{\"Records\":[{\"body\":\"{}\",\"messageId\":\"1\"}]}",
                "{\"headers\":{\"payload\":\"{\\\"source\\\":\\\"aws.scheduler\\\"}\"}}",
                "[{\"source\":\"aws.scheduler\",\"time\":\"2026-11-16T16:00:00Z\"}]"
            })
    void refusesWhatNeitherTriggerSent(String event) {
        invoke(LINES);

        assertThatThrownBy(() -> driver.invoke(event.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(store.seals().roots().latest()).isEmpty();
    }

    @Test
    void mapsEveryKey() {
        Environment environment = Environment.of(VARIABLES);

        LedgerSealConfig config = LedgerSealConfig.from(environment);

        assertThat(environment.keysRead()).isEqualTo(LedgerSealConfig.KEYS);
        assertThat(config).isEqualTo(new LedgerSealConfig("ledger", "/ledger-key"));
    }

    @Test
    void namesEveryKeyThatIsMissing() {
        assertThatThrownBy(() -> LedgerSealConfig.from(Environment.of(Map.of())))
                .message()
                .contains(LedgerSealConfig.KEYS);
    }

    /** The batch with something else in its second record. */
    private static String second(String good, String bad) {
        String text = LINES.text();
        int begin = text.indexOf(number(1));
        int end = text.indexOf(number(2));
        String record = text.substring(begin, end);
        assertThat(record).contains(good);
        return text.substring(0, begin) + record.replace(good, bad) + text.substring(end);
    }

    private static String number(int record) {
        return "%025d".formatted(record).replaceFirst("00", "01");
    }

    private long number(AccountId account) {
        return store.seals().seals().head(account).orElseThrow().number();
    }

    private String metric(String name) {
        return String.join("", printed.containing(name));
    }

    private String invoke(EventFile event) {
        return new String(driver.invoke(event.bytes()), StandardCharsets.UTF_8);
    }

    private String tick() {
        return invoke(EventFile.read("ledger-seal", "tick"));
    }
}
