package dev.halftone.testing.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Protects the checker: histories by hand of which anybody can say whether they are possible. */
class LinearizabilityTest {

    private static final String DONE = "done";
    private static final long NEVER = Long.MAX_VALUE;

    /** What can be done to one number that begins as zero. */
    private sealed interface Operation {

        record Read() implements Operation {}

        record Write(int number) implements Operation {}

        record Add(int number) implements Operation {}
    }

    private final List<Call<Operation>> calls = new ArrayList<>();

    private static Sequential.Step<Integer> step(Integer before, Operation operation) {
        return switch (operation) {
            case Operation.Read _ -> new Sequential.Step<>(before, before);
            case Operation.Write write -> new Sequential.Step<>(write.number(), DONE);
            case Operation.Add add -> new Sequential.Step<>(before + add.number(), DONE);
        };
    }

    private LinearizabilityTest read(long from, long to, int number) {
        calls.add(new Call<>(calls.size(), from, to, new Operation.Read(), number));
        return this;
    }

    private LinearizabilityTest write(long from, long to, int number) {
        Operation write = new Operation.Write(number);
        calls.add(
                to == NEVER
                        ? Call.indefinite(calls.size(), from, write)
                        : new Call<>(calls.size(), from, to, write, DONE));
        return this;
    }

    private LinearizabilityTest addWithoutAnswer(long from, int number) {
        calls.add(Call.indefinite(calls.size(), from, new Operation.Add(number)));
        return this;
    }

    private boolean isPossible() {
        return Linearizability.violation(calls, 0, LinearizabilityTest::step).isEmpty();
    }

    @Test
    void acceptsThatNothingHappened() {
        assertThat(isPossible()).isTrue();
    }

    @Test
    void acceptsOneAfterTheOther() {
        assertThat(write(0, 1, 5).read(2, 3, 5).write(4, 5, 6).read(6, 7, 6).isPossible()).isTrue();
    }

    @Test
    void refusesAReadOfWhatWasNeverWritten() {
        assertThat(write(0, 1, 5).read(2, 3, 4).isPossible()).isFalse();
    }

    @Test
    void refusesAStaleRead() {
        assertThat(write(0, 1, 5).write(2, 3, 6).read(4, 5, 5).isPossible()).isFalse();
    }

    @Test
    void acceptsEitherOrderOfWhatHappenedAtOnce() {
        assertThat(write(0, 10, 5).write(1, 9, 6).read(11, 12, 5).isPossible()).isTrue();
        calls.clear();
        assertThat(write(0, 10, 5).write(1, 9, 6).read(11, 12, 6).isPossible()).isTrue();
    }

    @Test
    void refusesBothOrdersInOneHistory() {
        assertThat(write(0, 10, 5).write(1, 9, 6).read(11, 12, 5).read(13, 14, 6).isPossible())
                .isFalse();
    }

    @Test
    void acceptsThatAReadDuringAWriteSeesItOrNot() {
        assertThat(write(0, 10, 5).read(1, 2, 0).read(3, 4, 5).isPossible()).isTrue();
    }

    @Test
    void refusesThatAReadSeesItAndALaterOneNot() {
        assertThat(write(0, 10, 5).read(1, 2, 5).read(3, 4, 0).isPossible()).isFalse();
    }

    @Test
    void acceptsThatACallWithoutAnswerHappenedLaterOrNever() {
        assertThat(write(0, NEVER, 5).read(1, 2, 0).read(3, 4, 0).isPossible()).isTrue();
        calls.clear();
        assertThat(write(0, NEVER, 5).read(1, 2, 0).read(30, 40, 5).isPossible()).isTrue();
    }

    @Test
    void refusesThatACallWithoutAnswerHappenedBeforeItBegan() {
        assertThat(write(5, NEVER, 5).read(1, 2, 5).isPossible()).isFalse();
    }

    /** What a repeated addition without a marker does. */
    @Test
    void refusesThatACallWithoutAnswerHappenedTwice() {
        assertThat(addWithoutAnswer(0, 5).read(1, 2, 5).isPossible()).isTrue();
        assertThat(read(3, 4, 10).isPossible()).isFalse();
    }

    /** What was tried is not tried again: twenty calls at once have more orders than seconds. */
    @Test
    void endsSoonThoughEverythingHappenedAtOnce() {
        for (int call = 0; call < 20; call++) {
            addWithoutAnswer(0, 1);
        }

        assertThat(read(1, 2, 21).isPossible()).isFalse();
    }
}
