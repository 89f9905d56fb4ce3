package dev.halftone.architecture.planted.core;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

final class InnocentClock {
    private static final List<String> NAMES = List.of("now");
    private static final Map<String, Part> PARTS = Map.of();
    private static final Part NOTHING = new Part("");

    private record Part(String name) {}

    private final Clock clock;

    InnocentClock(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return Instant.now(clock);
    }

    String name() {
        if (PARTS.isEmpty()) {
            throw new IllegalStateException(NOTHING.name());
        }
        return NAMES.getFirst();
    }
}
