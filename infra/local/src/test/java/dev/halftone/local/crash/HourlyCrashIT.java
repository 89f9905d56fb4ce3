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
 * Goal: wherever the hourly function dies, and whatever reply is lost, an expiry has one line, the
 * books are right, the account is audited to its end, and nobody is accused. Method: two hours are
 * walked once to see every call, then once more for each of them with the fault just there; then
 * the schedule comes by again.
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
    void booksOnceAndAuditsToTheEndWhereverItDiesBeforeAChange() {
        strikes(call -> !Survey.isRead(call), new Fault.Death(false));
    }

    @Test
    void booksOnceAndAuditsToTheEndWhereverItDiesAfterAChange() {
        strikes(call -> !Survey.isRead(call), new Fault.Death(true));
    }

    @Test
    void booksOnceAndAuditsToTheEndWhicheverReplyIsLost() {
        strikes(call -> !Survey.isRead(call), new Fault.LostReply());
    }

    /** Protects: a service that says no to every operation once, also to those that only read. */
    @ParameterizedTest
    @EnumSource
    void booksOnceAndAuditsToTheEndThoughEverythingIsRefusedOnce(Fault.Refusal refusal) {
        Hours hours = new Hours(Script.everythingOnce(new Fault.Refused(refusal, false)));

        assertThat(hours.pass()).isEmpty();

        assertThat(hours.struck()).hasSizeGreaterThan(4);
    }

    /** What the walk goes through: a call that is missing would be tested in vain. */
    @Test
    void meetsEveryCallThatMatters() {
        assertThat(CALLS)
                .extracting(Call::operation)
                .contains(
                        "Query",
                        "TransactGetItems",
                        "TransactWriteItems",
                        "BatchGetItem",
                        "GetItem",
                        "UpdateItem");
        assertThat(CALLS.stream().filter(call -> !Survey.isRead(call))).hasSize(4);
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
        assertThat(points).hasSizeGreaterThan(3);
    }
}
