package dev.halftone.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.testing.crash.Call;
import dev.halftone.testing.crash.Fault;
import dev.halftone.testing.crash.Fault.Refusal;
import dev.halftone.testing.crash.Script;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goal: the same promises while nobody dies but everything fails for a while. Method: every call of
 * a story fails once in the same way, or one service is gone for its first calls.
 */
class OutagesIT {

    private static final int CALLS_IN_VAIN = 9;

    static List<Fault> faults() {
        return List.of(
                new Fault.LostReply(),
                new Fault.Unreachable(),
                new Fault.Refused(Refusal.BROKEN, false),
                new Fault.Refused(Refusal.BROKEN, true));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void deliversOnceAndChargesOnceThoughEverySecondCallFails(Fault fault) {
        // What the result itself answers is fal.ai's word on the work, not an outage.
        assertDelivered(
                fault.toString(),
                Script.everyOther(fault).only(call -> !call.operation().equals("fal result")));
    }

    @Test
    void deliversOnceAndChargesOnceThoughEveryServiceIsOverloadedOnce() {
        Fault throttled = new Fault.Refused(Refusal.THROTTLED, false);

        // Each costs the pause that the client makes by itself, so reads are left in peace.
        assertDelivered(
                "throttled", Script.everythingOnce(throttled).only(call -> !Survey.isRead(call)));
    }

    @Test
    void deliversOnceAndChargesOnceThoughEveryWriteMeetsAnother() {
        Fault conflict = new Fault.Refused(Refusal.CONFLICT, false);

        assertDelivered(
                "conflict",
                Script.everyOther(conflict)
                        .only(call -> isOf("dynamodb", call) && !Survey.isRead(call)));
    }

    /** Longer than any client repeats a call by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"dynamodb", "sqs", "s3", "ssm"})
    void deliversOnceAndChargesOnceThoughAServiceIsDownForAWhile(String service) {
        Predicate<Call> kind = call -> isOf(service, call);

        assertDelivered(service, Script.first(CALLS_IN_VAIN, kind, new Fault.Unreachable()));
    }

    /** They say that they take nothing; if they said nothing, nobody would know what they have. */
    @Test
    void deliversOnceAndChargesOnceThoughNoProviderTakesAnythingForAWhile() {
        Fault refused = new Fault.Refused(Refusal.CONFLICT, false);

        assertDelivered(
                "fal and gemini",
                Script.first(
                        CALLS_IN_VAIN, call -> isOf("fal", call) || isOf("gemini", call), refused));
    }

    @Test
    void deliversOnceAndChargesOnceThoughOneProviderNeverTakesAnything() {
        Fault refused = new Fault.Refused(Refusal.CONFLICT, false);
        Script script = Script.first(Integer.MAX_VALUE, call -> isOf("fal", call), refused);

        try (World world = new World("fal", Story.DELIVERED, script)) {
            assertThat(world.run()).isEmpty();
            assertThat(world.struck()).hasSize(1);
            assertThat(world.ordered()).isEqualTo(1);
        }
    }

    /** Two submissions without an answer, and no callback: nobody can know more than that. */
    @Test
    void returnsTheCreditsAtTheDeadlineThoughTheProviderNeverSaysAnything() {
        Predicate<Call> fal = call -> isOf("fal", call);
        Script silence = Script.first(Integer.MAX_VALUE, fal, new Fault.Unreachable());

        try (World world = new World("silence", Story.UNANSWERED, silence)) {
            assertThat(world.run()).isEmpty();
            assertThat(world.ordered()).isZero();
        }
    }

    static List<Story> stories() {
        return List.of(Story.DELIVERED, Story.MODERATED, Story.CANCELLED, Story.FORGOTTEN);
    }

    /** The double click, the message that comes twice, and the callback that does. */
    @ParameterizedTest
    @MethodSource("stories")
    void ordersOnceAndChargesOnceThoughEverythingReachesTwoEnvironmentsAtOnce(Story story) {
        try (World world = new World("twice", story.doubled(), Script.calm())) {
            assertThat(world.run()).isEmpty();
            assertThat(world.ordered()).isEqualTo(1);
        }
    }

    private static void assertDelivered(String run, Script script) {
        try (World world = new World(run, Story.DELIVERED, script)) {
            assertThat(world.run()).isEmpty();
            assertThat(world.struck()).hasSizeGreaterThan(2);
        }
    }

    private static boolean isOf(String service, Call call) {
        String operation = call.operation();
        return switch (service) {
            case "sqs" -> operation.equals("SendMessage");
            case "ssm" -> operation.equals("GetParameter");
            case "s3" -> operation.endsWith(" object");
            case "fal", "gemini" -> operation.startsWith(service + " ");
            default -> operation.endsWith("Item") || operation.endsWith("Items");
        };
    }
}
