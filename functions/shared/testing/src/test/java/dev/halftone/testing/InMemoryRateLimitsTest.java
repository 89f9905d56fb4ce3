package dev.halftone.testing;

import dev.halftone.core.ratelimit.RateLimits;

class InMemoryRateLimitsTest extends RateLimitsContract {
    private final RateLimits limits = new InMemoryRateLimits();

    @Override
    protected RateLimits limits() {
        return limits;
    }
}
