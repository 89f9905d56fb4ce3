package dev.halftone.testing.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every call of one run, in order, and those that a fault befell. */
public final class CallLog {

    private final Script script;
    private final List<Call> calls = new ArrayList<>();
    private final List<Call> struck = new ArrayList<>();
    private final Map<String, Integer> repetitions = new HashMap<>();
    private int invocations;

    public CallLog(Script script) {
        this.script = script;
    }

    synchronized int begin() {
        return invocations++;
    }

    synchronized Fault next(int invocation, String process, String operation) {
        int repetition =
                repetitions.merge(process + " " + operation, 1, (before, one) -> before + one);
        Call call = new Call(invocation, process, operation, repetition);
        calls.add(call);
        Fault fault = script.at(call);
        if (!(fault instanceof Fault.None)) {
            struck.add(call);
        }
        return fault;
    }

    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Whom a fault befell; a run in which that is nobody has tested nothing. */
    public synchronized List<Call> struck() {
        return List.copyOf(struck);
    }
}
