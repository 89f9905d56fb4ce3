package dev.halftone.core.circuit;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.catalogue.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says where orders may go, and remembers how they fared. What it has read serves for some seconds,
 * so that in calm weather it costs next to nothing; and when its store is out, every way is open,
 * for a guess must not stop what may well work.
 */
public final class WatchRoutes {

    /** How old a reading may be before it is read again. */
    public static final Duration READING_LIFETIME = Duration.ofSeconds(5);

    private static final int TRIES_MAX = 3;

    private final Circuits circuits;
    private final Map<CircuitId, Reading> readings = new ConcurrentHashMap<>();

    private record Reading(Circuit circuit, Instant at) {}

    public WatchRoutes(Circuits circuits) {
        this.circuits = circuits;
    }

    /** Whether an order may go this way without being a trial. */
    public boolean isClosed(Route route, Instant now) {
        return guards(route).stream().allMatch(id -> read(id, now).isClosed());
    }

    /**
     * Lets an order through, or one that tries.
     *
     * @return when to ask again; empty if it may go
     */
    public Optional<Instant> shutUntil(Route route, Instant now) {
        for (CircuitId id : guards(route)) {
            Optional<Instant> shut = read(id, now).shutUntil().filter(now::isBefore);
            if (shut.isPresent()) {
                return shut;
            }
        }
        for (CircuitId id : guards(route)) {
            if (!read(id, now).isClosed() && !claimsTrial(id, now)) {
                // Somebody else's order tries; how it fares is soon known.
                return Optional.of(now.plus(READING_LIFETIME));
            }
        }
        return Optional.empty();
    }

    private boolean claimsTrial(CircuitId id, Instant now) {
        try {
            Circuit before = circuits.find(id);
            if (before.isClosed()) {
                keep(id, before, now);
                return true;
            }
            Optional<Circuit> after = before.tried(now);
            boolean won = after.isPresent() && circuits.move(id, before, after.get());
            readings.remove(id);
            return won;
        } catch (DependencyFailure _) {
            return true;
        }
    }

    /** Remembers what an answer said. */
    public void saw(Sign sign, Route route, Instant now) {
        switch (sign) {
            case WELL -> {
                for (CircuitId id : guards(route)) {
                    if (read(id, now).succeeded(now).isPresent()) {
                        change(id, now, circuit -> circuit.succeeded(now));
                    }
                }
            }
            case UNWELL -> change(CircuitId.of(route), now, circuit -> circuit.failed(now));
            case NOT_OFFERED ->
                    change(CircuitId.of(route), now, circuit -> Optional.of(circuit.refused(now)));
            case KEY_REFUSED -> keyRefused(route.provider(), now);
            case NONE -> {}
        }
    }

    /** Nothing goes to that provider for long. */
    public void keyRefused(String provider, Instant now) {
        change(CircuitId.ofKey(provider), now, circuit -> Optional.of(circuit.refused(now)));
    }

    /** Somebody made sure that the key works. */
    public void keyAccepted(String provider, Instant now) {
        change(
                CircuitId.ofKey(provider),
                now,
                circuit -> circuit.isClosed() ? Optional.empty() : Optional.of(circuit.cleared()));
    }

    /** A change that loses to others, or to an outage, is lost: the next answer brings another. */
    private void change(CircuitId id, Instant now, Change change) {
        try {
            for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
                Circuit before = circuits.find(id);
                Optional<Circuit> after = change.of(before);
                if (after.isEmpty()) {
                    keep(id, before, now);
                    return;
                }
                if (circuits.move(id, before, after.get())) {
                    keep(id, after.get(), now);
                    return;
                }
            }
        } catch (DependencyFailure _) {
            readings.remove(id);
        }
    }

    @FunctionalInterface
    private interface Change {
        Optional<Circuit> of(Circuit before);
    }

    private Circuit read(CircuitId id, Instant now) {
        Reading reading = readings.get(id);
        if (reading != null && isFresh(reading, now)) {
            return reading.circuit();
        }
        try {
            return keep(id, circuits.find(id), now);
        } catch (DependencyFailure _) {
            return Circuit.closed();
        }
    }

    private static boolean isFresh(Reading reading, Instant now) {
        return !now.isBefore(reading.at()) && now.isBefore(reading.at().plus(READING_LIFETIME));
    }

    private Circuit keep(CircuitId id, Circuit circuit, Instant now) {
        readings.put(id, new Reading(circuit, now));
        return circuit;
    }

    private static List<CircuitId> guards(Route route) {
        return List.of(CircuitId.ofKey(route.provider()), CircuitId.of(route));
    }
}
