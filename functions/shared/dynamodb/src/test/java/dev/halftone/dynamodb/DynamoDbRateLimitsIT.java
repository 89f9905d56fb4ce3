package dev.halftone.dynamodb;

import dev.halftone.core.ratelimit.RateLimits;
import dev.halftone.testing.RateLimitsContract;

class DynamoDbRateLimitsIT extends RateLimitsContract {

    @Override
    protected RateLimits limits() {
        return new DynamoDbRateLimits(TestStack.client(), TestStack.table("InsightTable"));
    }
}
