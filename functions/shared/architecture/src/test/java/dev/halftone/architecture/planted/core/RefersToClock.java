package dev.halftone.architecture.planted.core;

import java.time.Instant;
import java.util.function.Supplier;

final class RefersToClock {
    Supplier<Instant> clock() {
        return Instant::now;
    }
}
