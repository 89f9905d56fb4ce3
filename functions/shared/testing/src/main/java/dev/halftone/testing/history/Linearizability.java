package dev.halftone.testing.history;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for an order of calls, one after the other, in which each takes effect between its
 * beginning and its end and answers what it answered. (Wing and Gong, Testing and Verifying
 * Concurrent Objects, 1993; what was tried is remembered as in Lowe, Testing for Linearizability,
 * 2017.)
 */
public final class Linearizability<S, O> {

    private final List<Call<O>> calls;
    private final Sequential<S, O> model;
    private final Set<Tried<S>> tried = new HashSet<>();
    private final BitSet done = new BitSet();

    /** Which calls were put in order, whichever that was, and where they led. */
    private record Tried<S>(BitSet done, S state) {}

    private Linearizability(List<Call<O>> calls, Sequential<S, O> model) {
        this.calls = calls.stream().sorted(Comparator.comparingLong(Call::returnedAt)).toList();
        this.model = model;
    }

    /**
     * Looks for such an order. Calls without an answer have a place in it or none.
     *
     * @return empty if there is one, or else how far the best attempt came
     */
    public static <S, O> Optional<String> violation(
            List<Call<O>> calls, S initial, Sequential<S, O> model) {
        Linearizability<S, O> search = new Linearizability<>(calls, model);
        return search.canGoOn(initial) ? Optional.empty() : Optional.of(search.best());
    }

    private boolean canGoOn(S state) {
        long firstEnd = firstEnd();
        if (firstEnd == Long.MAX_VALUE) {
            return true;
        }
        if (!tried.add(new Tried<>((BitSet) done.clone(), state))) {
            return false;
        }
        for (int next = done.nextClearBit(0);
                next < calls.size();
                next = done.nextClearBit(next + 1)) {
            if (calls.get(next).invokedAt() <= firstEnd && canTake(next, state)) {
                return true;
            }
        }
        return false;
    }

    /** By then the next call has taken effect: nothing begins before it that began after it. */
    private long firstEnd() {
        int first = done.nextClearBit(0);
        return first < calls.size() ? calls.get(first).returnedAt() : Long.MAX_VALUE;
    }

    private boolean canTake(int next, S state) {
        Call<O> call = calls.get(next);
        Sequential.Step<S> step = model.step(state, call.operation());
        if (!call.isIndefinite() && !step.answer().equals(call.answer())) {
            return false;
        }
        done.set(next);
        if (canGoOn(step.after())) {
            return true;
        }
        done.clear(next);
        return false;
    }

    private String best() {
        Tried<S> best =
                tried.stream()
                        .max(Comparator.comparingInt(each -> each.done().cardinality()))
                        .orElseThrow();
        StringBuilder text = new StringBuilder("Furthest: " + best.state());
        for (int index = 0; index < calls.size(); index++) {
            text.append('\n')
                    .append(best.done().get(index) ? "done  " : "left  ")
                    .append(calls.get(index));
        }
        return text.toString();
    }
}
