package dev.halftone.dynamodb;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Counts queries, and the items that the table read for them: AWS bills those, shown or not. */
final class QueryMeter implements ExecutionInterceptor {

    private int queries;
    private int items;

    record Reads(int queries, int items) {}

    @Override
    public synchronized void afterExecution(
            Context.AfterExecution context, ExecutionAttributes attributes) {
        if (context.response() instanceof QueryResponse answer) {
            queries++;
            items += answer.scannedCount();
        }
    }

    /** What was read since it was last asked. */
    synchronized Reads take() {
        Reads taken = new Reads(queries, items);
        queries = 0;
        items = 0;
        return taken;
    }
}
