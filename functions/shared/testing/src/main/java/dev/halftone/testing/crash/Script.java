package dev.halftone.testing.crash;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Says what befalls each call of a run. */
@FunctionalInterface
public interface Script {

    Fault at(Call call);

    /** Fair weather. */
    static Script calm() {
        return _ -> new Fault.None();
    }

    /** One fault at one call. */
    static Script once(Call where, Fault fault) {
        return call -> call.isSame(where) ? fault : new Fault.None();
    }

    /** Every operation of every kind of process fails once and then works. */
    static Script everythingOnce(Fault fault) {
        Set<String> struck = new HashSet<>();
        return call ->
                struck.add(call.process() + " " + call.operation()) ? fault : new Fault.None();
    }

    /** Every second call of an operation fails, its repetition works. */
    static Script everyOther(Fault fault) {
        Set<String> struck = new HashSet<>();
        return call -> {
            String what = call.process() + " " + call.operation();
            if (struck.add(what)) {
                return fault;
            }
            struck.remove(what);
            return new Fault.None();
        };
    }

    /** The first calls of a kind fail, then it works again. */
    static Script first(int count, Predicate<Call> kind, Fault fault) {
        AtomicInteger left = new AtomicInteger(count);
        return call -> kind.test(call) && left.getAndDecrement() > 0 ? fault : new Fault.None();
    }

    /** Strikes only those calls. */
    default Script only(Predicate<Call> which) {
        return call -> which.test(call) ? at(call) : new Fault.None();
    }
}
