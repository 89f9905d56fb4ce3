package dev.halftone.architecture.planted.function.innocent;

import java.time.Clock;
import org.springframework.core.Ordered;

final class InnocentApplication implements Ordered {
    private final Clock clock = Clock.systemUTC();

    Clock clock() {
        return clock;
    }

    @Override
    public int getOrder() {
        return 0;
    }
}
