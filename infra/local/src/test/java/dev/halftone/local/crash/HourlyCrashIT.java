package dev.halftone.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.ledger.ExpireOutcome;
import dev.halftone.dynamodb.DynamoDbExpiries;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.testing.Person;
import dev.halftone.testing.crash.Call;
import dev.halftone.testing.crash.Fault;
import dev.halftone.testing.crash.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Goal: wherever one of the ledger's two hourly functions dies, and whatever reply is lost, an
 * expiry has one line, each line one place in one chain, each number one root, the account is
 * audited to its end, and nobody is accused. Method: two hours are walked once to see every call,
 * then once more for each that changes something, with the fault just there; then the stream or the
 * schedule comes by again. Dying before a change is the same as dying after the one before it.
 */
class HourlyCrashIT {

    private static final List<Call> CALLS = fairWeather();

    private static final String TABLE = Tables.name("LedgerTable");

    private static List<Call> fairWeather() {
        Hours hours = new Hours(Script.calm());
        assertThat(hours.pass()).isEmpty();
        return hours.calls();
    }

    @Test
    void booksOnceAndAuditsToTheEndWhereverItDies() {
        strikes(change(Hours.RECONCILIATION), new Fault.Death(true));
    }

    @Test
    void booksOnceAndAuditsToTheEndWhicheverReplyIsLost() {
        strikes(change(Hours.RECONCILIATION), new Fault.LostReply());
    }

    @Test
    void makesOneChainAndOneRootWhereverTheSealerDies() {
        strikes(change(Hours.SEAL).and(HourlyCrashIT::isOfFirstHour), new Fault.Death(true));
    }

    @Test
    void makesOneChainAndOneRootWhicheverReplyOfTheSealerIsLost() {
        strikes(change(Hours.SEAL).and(HourlyCrashIT::isOfFirstHour), new Fault.LostReply());
    }

    /** Protects: to die before anything is done is to have done nothing. */
    @Test
    void goesOnThoughEachFunctionDiesBeforeItsFirstChange() {
        strikes(call -> !Survey.isRead(call) && call.repetition() == 1, new Fault.Death(false));
    }

    /** Protects: a service that says no to every operation once, also to those that only read. */
    @ParameterizedTest
    @EnumSource
    void goesOnThoughEverythingIsRefusedOnce(Fault.Refusal refusal) {
        Hours hours = new Hours(Script.everythingOnce(new Fault.Refused(refusal, false)));

        assertThat(hours.pass()).isEmpty();

        assertThat(hours.struck()).hasSizeGreaterThan(8);
    }

    /** What the walk goes through: a call that is missing would be tested in vain. */
    @Test
    void meetsEveryCallThatMatters() {
        assertThat(CALLS.stream().map(call -> call.process() + " " + call.operation()))
                .contains(
                        "reconciliation TransactWriteItems",
                        "reconciliation UpdateItem",
                        "ledger-seal GetParameter",
                        "ledger-seal TransactWriteItems",
                        "ledger-seal PutItem",
                        "ledger-seal UpdateItem");
        assertThat(CALLS.stream().filter(change(Hours.RECONCILIATION))).hasSize(4);
    }

    @Test
    void noticesAnExpiryThatWasBookedTwice() {
        Hours hours = new Hours(Script.calm());
        hours.pass();
        Person person = hours.person();
        Instant end = person.now().plus(Duration.ofDays(90));
        new DynamoDbLedger(Tables.client(), TABLE).grant(person.promotion(9, 1, end));
        assertThat(
                        new DynamoDbExpiries(Tables.client(), TABLE)
                                .expire(person.account(), person.promotion(9, 1, end).id(), end))
                .isInstanceOf(ExpireOutcome.Expired.class);

        assertThat(hours.wrong()).contains("lines of the expiry: 2");
    }

    @Test
    void noticesBooksThatAreNotRight() {
        Hours hours = new Hours(Script.calm());
        hours.pass();
        Tables.client()
                .updateItem(
                        update ->
                                update.tableName(TABLE)
                                        .key(
                                                Map.of(
                                                        "pk",
                                                        AttributeValue.fromS(
                                                                "ACCOUNT#"
                                                                        + hours.person().account()),
                                                        "sk",
                                                        AttributeValue.fromS("ACCOUNT")))
                                        .updateExpression("SET used = used + entries"));

        assertThat(hours.wrong()).anyMatch(each -> each.startsWith("books: "));
    }

    private static Predicate<Call> change(String function) {
        return call -> call.process().equals(function) && !Survey.isRead(call);
    }

    /** The news of the lines and the tick after it; the second hour is the same once more. */
    private static boolean isOfFirstHour(Call call) {
        return call.invocation() < 2;
    }

    private static void strikes(Predicate<Call> which, Fault fault) {
        List<String> wrong = new ArrayList<>();
        List<Call> points = CALLS.stream().filter(which).toList();
        for (Call point : points) {
            Hours hours = new Hours(Script.once(point, fault));
            for (String each : hours.pass()) {
                wrong.add(fault + " at " + point + ": " + each);
            }
            if (hours.struck().size() != 1) {
                wrong.add(fault + " at " + point + " befell nobody");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(points).hasSizeGreaterThan(1);
    }
}
