package dev.halftone.testing.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Protects: a process that is said to be dead, frozen or unheard really is. */
class LifelineTest {

    private final List<String> happened = Collections.synchronizedList(new ArrayList<>());

    /** Code that catches everything and tries again gets nowhere. */
    @Test
    void letsNothingOutOfADeadProcess() {
        CallLog log = new CallLog(Script.everythingOnce(new Fault.Death(false)));
        Lifeline lifeline = new Lifeline("worker", log);

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> call(lifeline, "put")).isInstanceOf(InternalError.class);
        }

        assertThat(happened).isEmpty();
        assertThat(lifeline.isDead()).isTrue();
        assertThat(log.struck()).hasSize(1);
    }

    @Test
    void letsACallTakeEffectBeforeTheProcessDies() {
        Lifeline lifeline = hanging(new Fault.Death(true));

        assertThatThrownBy(() -> call(lifeline, "put")).isInstanceOf(InternalError.class);

        assertThat(happened).containsExactly("put");
    }

    @Test
    void losesAReplyAndNotTheCall() {
        Lifeline lifeline = hanging(new Fault.LostReply());

        assertThatThrownBy(() -> call(lifeline, "put")).isInstanceOf(IOException.class);

        assertThat(happened).containsExactly("put");
        assertThat(lifeline.isDead()).isFalse();
    }

    @Test
    void refusesInTheWordsOfTheCalledWithOrWithoutDoingIt() throws IOException {
        Lifeline half = hanging(new Fault.Refused(Fault.Refusal.BROKEN, true));
        Lifeline none = hanging(new Fault.Refused(Fault.Refusal.THROTTLED, false));

        assertThat(call(half, "half")).isEqualTo("BROKEN");
        assertThat(call(none, "none")).isEqualTo("THROTTLED");
        assertThat(happened).containsExactly("half");
    }

    @Test
    void standsStillUntilItIsThawed() throws Exception {
        Lifeline lifeline = hanging(new Fault.Freeze(false));
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> answer.complete(unchecked(lifeline)));

        lifeline.frozen().toCompletableFuture().get(1, TimeUnit.MINUTES);
        assertThat(happened).isEmpty();
        lifeline.thaw();

        assertThat(answer.get(1, TimeUnit.MINUTES)).isEqualTo("done");
        assertThat(happened).containsExactly("put");
    }

    /** The same call in another run is the same, whatever comes before it there. */
    @Test
    void findsACallAgainByWhatItIs() throws IOException {
        CallLog first = new CallLog(Script.calm());
        Lifeline calm = new Lifeline("worker", first);
        call(calm, "get");
        call(calm, "put");
        call(calm, "put");
        Call second = first.calls().getLast();

        CallLog log = new CallLog(Script.once(second, new Fault.Unreachable()));
        Lifeline lifeline = new Lifeline("worker", log);
        call(lifeline, "put");

        assertThatThrownBy(() -> call(lifeline, "put")).isInstanceOf(IOException.class);
        assertThat(call(lifeline, "put")).isEqualTo("done");
    }

    private static Lifeline hanging(Fault fault) {
        return new Lifeline("worker", new CallLog(Script.everythingOnce(fault)));
    }

    private String call(Lifeline lifeline, String operation) throws IOException {
        return lifeline.call(
                operation,
                () -> {
                    happened.add(operation);
                    return "done";
                },
                Enum::name);
    }

    private String unchecked(Lifeline lifeline) {
        try {
            return call(lifeline, "put");
        } catch (IOException e) {
            return e.toString();
        }
    }
}
