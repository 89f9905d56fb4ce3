package dev.halftone.local.crash;

import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.JournalEntry.Kind;
import dev.halftone.core.seal.DueHead;
import dev.halftone.dynamodb.DynamoDbCheckpoints;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.dynamodb.DynamoDbRoots;
import dev.halftone.dynamodb.DynamoDbSeals;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.local.crash.HandlerProcess.Outcome;
import dev.halftone.testing.Conservation;
import dev.halftone.testing.EventFile;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Person;
import dev.halftone.testing.Provability;
import dev.halftone.testing.RootKeys;
import dev.halftone.testing.SealPorts;
import dev.halftone.testing.crash.Call;
import dev.halftone.testing.crash.CallLog;
import dev.halftone.testing.crash.Lifeline;
import dev.halftone.testing.crash.Script;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One run of the ledger's two functions: lines are sealed and signed, credits expire, that line is
 * sealed and signed too, the account is audited. Whatever does not end well comes again, to a new
 * process: news from the stream and ticks of the schedule alike.
 */
final class Hours {

    static final String RECONCILIATION = "reconciliation";
    static final String SEAL = "ledger-seal";

    private static final String KEY = "/ledger-key";
    private static final Map<String, Class<? extends FunctionApplication>> APPLICATIONS =
            Map.of(
                    RECONCILIATION, Applications.Reconciliation.class,
                    SEAL, Applications.Seal.class);
    private static final Map<String, String> TICK_TIMES =
            Map.of(RECONCILIATION, "2026-11-16T16:00:00Z", SEAL, "2026-11-16T16:00:00Z");
    private static final String TABLE = Tables.name("LedgerTable");
    private static final Duration LIFE = Duration.ofDays(30);
    private static final int TRIES_MAX = 4;
    private static final int DUE_MAX = 1_000;

    private final CallLog log;
    private final Map<String, HandlerProcess> processes = new HashMap<>();
    private final DynamoDbLedger ledger = new DynamoDbLedger(Tables.client(), TABLE);
    private final SealPorts seals = seals(Tables.client());
    private final Person person = Person.fresh();
    private final MutableClock clock = new MutableClock(person.now());
    private final Cloud cloud =
            new Cloud(
                    Tables.service(),
                    new QueueService(clock),
                    new ObjectService(),
                    new ParameterService(Map.of(KEY, RootKeys.PEM)));

    Hours(Script script) {
        this.log = new CallLog(script);
    }

    private static SealPorts seals(DynamoDbClient client) {
        return new SealPorts(
                new DynamoDbSeals(client, TABLE),
                new DynamoDbRoots(client, TABLE),
                new DynamoDbCheckpoints(client, TABLE));
    }

    List<Call> calls() {
        return log.calls();
    }

    List<Call> struck() {
        return log.struck();
    }

    Person person() {
        return person;
    }

    /** Two hours, the first of which lets credits expire; and what is wrong after them. */
    List<String> pass() {
        ledger.grant(person.promotion(1, 5, person.now().plus(LIFE)));
        ledger.grant(person.purchase(2, 7));
        sealAndSign();
        clock.set(person.now().plus(LIFE));
        tick(RECONCILIATION);
        sealAndSign();
        clock.advance(Duration.ofHours(1));
        tick(RECONCILIATION);
        return wrong();
    }

    private void tick(String function) {
        invoke(
                function,
                EventFile.read(function, "tick")
                        .with(TICK_TIMES.getOrDefault(function, ""), clock.instant().toString())
                        .text());
    }

    /** Comes again until it ends well; says what it was answered. */
    private String invoke(String function, String event) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            HandlerProcess process = processes.computeIfAbsent(function, this::start);
            Outcome outcome = process.invoke(event.getBytes(StandardCharsets.UTF_8));
            if (outcome instanceof Outcome.Answered(String answer)
                    && !answer.contains("itemIdentifier")) {
                return answer;
            }
            if (outcome instanceof Outcome.Died) {
                processes.remove(function);
            }
        }
        throw new AssertionError("Nothing of " + function + " ended well");
    }

    private HandlerProcess start(String function) {
        return HandlerProcess.start(
                APPLICATIONS.getOrDefault(function, Applications.Reconciliation.class),
                Map.of(
                        "LEDGER_TABLE",
                        TABLE,
                        "LEDGER_KEY_PARAMETER",
                        KEY,
                        "PROFILE",
                        "halftone",
                        "PAYMENT_PARAMETERS",
                        "/payments/"),
                clock,
                new Outside(new Lifeline(function, log), cloud));
    }

    private void sealAndSign() {
        invoke(SEAL, LineNews.of(TABLE, person.account()));
        tick(SEAL);
    }

    private List<JournalEntry> journal() {
        return Conservation.journal(ledger, person.account());
    }

    /** What nobody should ever find; empty if all is well. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        check("books", wrong, () -> Conservation.audit(ledger, person.account()));
        check("chain", wrong, () -> Provability.audit(seals, person.account(), RootKeys.first()));
        check("roots", wrong, () -> Provability.auditRoots(seals.roots(), RootKeys.first()));
        check(
                "signed",
                wrong,
                () ->
                        Provability.auditAllSigned(
                                seals, person.account(), journal(), RootKeys.first()));
        long expiries = journal().stream().filter(line -> line.kind() == Kind.EXPIRE).count();
        if (expiries != 1) {
            wrong.add("lines of the expiry: " + expiries);
        }
        if (isDue()) {
            wrong.add("still to be audited");
        }
        if (!seals.checkpoints()
                .audited(person.account())
                .map(each -> each.head())
                .equals(seals.seals().head(person.account()))) {
            wrong.add("not audited to its end");
        }
        if (findings() != 0) {
            wrong.add("accused");
        }
        return wrong;
    }

    private static void check(String what, List<String> wrong, Runnable check) {
        try {
            check.run();
        } catch (AssertionError e) {
            wrong.add(what + ": " + e.getMessage());
        }
    }

    private boolean isDue() {
        return seals
                .seals()
                .due(DueHead.Stage.AUDIT, DueHead.shard(person.account()), DUE_MAX, null)
                .stream()
                .anyMatch(due -> due.head().account().equals(person.account()));
    }

    private int findings() {
        return Tables.client()
                .query(
                        query ->
                                query.tableName(TABLE)
                                        .keyConditionExpression(
                                                "pk = :pk AND begins_with(sk, :account)")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":pk",
                                                        AttributeValue.fromS("FINDING"),
                                                        ":account",
                                                        AttributeValue.fromS(
                                                                "FINDING#" + person.account()))))
                .count();
    }
}
