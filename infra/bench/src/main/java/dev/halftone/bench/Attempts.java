package dev.halftone.bench;

import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Counts every transaction that goes out, again included. */
final class Attempts implements ExecutionInterceptor {

    private final AtomicLong sent = new AtomicLong();

    @Override
    public void beforeTransmission(
            Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (context.request() instanceof TransactWriteItemsRequest) {
            sent.incrementAndGet();
        }
    }

    long sent() {
        return sent.get();
    }
}
