package dev.halftone.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.ratelimit.BucketId;
import dev.halftone.core.ratelimit.RateClass;
import dev.halftone.core.ratelimit.RateLimits;
import dev.halftone.core.ratelimit.TakeOutcome;
import dev.halftone.testing.RateLimitsContract;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

class DynamoDbRateLimitsIT extends RateLimitsContract {

    @Override
    protected RateLimits limits() {
        return limits(TestStack.client());
    }

    private static RateLimits limits(DynamoDbClient client) {
        return new DynamoDbRateLimits(client, TestStack.table("InsightTable"));
    }

    // Protects: a bucket that DynamoDB deletes between two looks at it is a full one.
    @Test
    void takesFromABucketThatIsDeletedMeanwhile() {
        Instant now = Instant.parse("2035-03-01T12:00:00Z");
        BucketId bucket = new BucketId(RateClass.CHANGE, UUID.randomUUID().toString());
        limits().take(bucket, 1, now);

        try (DynamoDbClient client = deletingBeforeTheSecondWrite()) {
            assertThat(limits(client).take(bucket, 1, now))
                    .isEqualTo(
                            new TakeOutcome.Taken(
                                    now.plus(RateClass.CHANGE.allowance().interval())));
        }
    }

    private static DynamoDbClient deletingBeforeTheSecondWrite() {
        ExecutionInterceptor deleting =
                new ExecutionInterceptor() {
                    private int writes;

                    @Override
                    public void beforeExecution(
                            Context.BeforeExecution context, ExecutionAttributes attributes) {
                        writes++;
                        if (writes == 2) {
                            UpdateItemRequest write = (UpdateItemRequest) context.request();
                            TestStack.client()
                                    .deleteItem(
                                            delete ->
                                                    delete.tableName(write.tableName())
                                                            .key(write.key()));
                        }
                    }
                };
        return DynamoDbClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(override -> override.addExecutionInterceptor(deleting))
                .build();
    }
}
