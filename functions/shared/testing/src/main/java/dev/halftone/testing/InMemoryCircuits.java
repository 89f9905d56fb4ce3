package dev.halftone.testing;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.circuit.Circuit;
import dev.halftone.core.circuit.CircuitId;
import dev.halftone.core.circuit.Circuits;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Circuits in memory, and how often they were written. */
public final class InMemoryCircuits implements Circuits {

    private final Map<CircuitId, Circuit> circuits = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private volatile boolean broken;

    @Override
    public Circuit find(CircuitId id) {
        refuseIfBroken();
        reads.incrementAndGet();
        return circuits.getOrDefault(id, Circuit.closed());
    }

    @Override
    public boolean move(CircuitId id, Circuit before, Circuit after) {
        refuseIfBroken();
        synchronized (this) {
            if (circuits.getOrDefault(id, Circuit.closed()).revision() != before.revision()) {
                return false;
            }
            writes.incrementAndGet();
            circuits.put(id, after);
            return true;
        }
    }

    private void refuseIfBroken() {
        if (broken) {
            throw new TransientFailure("dynamodb", "broken by a test");
        }
    }

    /** Nothing can be read or written any more. */
    public void breakDown() {
        broken = true;
    }

    public int reads() {
        return reads.get();
    }

    public int writes() {
        return writes.get();
    }
}
