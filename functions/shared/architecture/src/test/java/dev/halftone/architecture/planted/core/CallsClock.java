package dev.halftone.architecture.planted.core;

import java.time.Instant;

final class CallsClock {
    Instant now() {
        return Instant.now();
    }
}
