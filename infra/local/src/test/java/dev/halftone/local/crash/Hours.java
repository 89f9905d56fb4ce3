package dev.halftone.local.crash;

import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.JournalEntry.Kind;
import dev.halftone.core.seal.DueHead;
import dev.halftone.core.seal.SignRoot;
import dev.halftone.dynamodb.DynamoDbCheckpoints;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.dynamodb.DynamoDbRoots;
import dev.halftone.dynamodb.DynamoDbSeals;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One run of the hourly function: credits expire, the line is sealed and signed, the account is
 * audited. Whenever a tick does not end well the next one finds a new process.
 */
final class Hours {

    private static final String FUNCTION = "reconciliation";
    private static final String TABLE = Tables.name("LedgerTable");
    private static final Duration LIFE = Duration.ofDays(30);
    private static final int TICKS_MAX = 4;
    private static final int DUE_MAX = 1_000;

    private final CallLog log;
    private final DynamoDbLedger ledger = new DynamoDbLedger(Tables.client(), TABLE);
    private final SealPorts seals = seals(Tables.client());
    private final Person person = Person.fresh();
    private final MutableClock clock = new MutableClock(person.now());
    private final Cloud cloud =
            new Cloud(
                    Tables.service(),
                    new QueueService(clock),
                    new ObjectService(),
                    new ParameterService(Map.of()));

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
        tick();
        sealAndSign();
        clock.advance(Duration.ofHours(1));
        tick();
        return wrong();
    }

    private void tick() {
        for (int tick = 0; tick < TICKS_MAX; tick++) {
            HandlerProcess process =
                    HandlerProcess.start(
                            Applications.Reconciliation.class,
                            Map.of("LEDGER_TABLE", TABLE),
                            clock,
                            new Outside(new Lifeline(FUNCTION, log), cloud));
            Outcome outcome =
                    process.invoke(
                            EventFile.read(FUNCTION, "tick")
                                    .with("2026-11-16T16:00:00Z", clock.instant().toString())
                                    .bytes());
            if (outcome instanceof Outcome.Answered) {
                return;
            }
        }
        throw new AssertionError("No tick ended well");
    }

    private void sealAndSign() {
        seals.seals().seal(person.account(), journal().reversed(), clock.instant());
        new SignRoot(seals.seals(), seals.roots(), RootKeys::first, clock).sign(Instant.MAX);
    }

    private List<JournalEntry> journal() {
        return Conservation.journal(ledger, person.account());
    }

    /** What nobody should ever find; empty if all is well. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        check("books", wrong, () -> Conservation.audit(ledger, person.account()));
        check("chain", wrong, () -> Provability.audit(seals, person.account(), RootKeys.first()));
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
