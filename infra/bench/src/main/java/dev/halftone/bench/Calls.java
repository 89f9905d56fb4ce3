package dev.halftone.bench;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Counts what one thread asks of the tables. */
final class Calls implements ExecutionInterceptor {

    private int reads;
    private int transactions;
    private int others;

    /**
     * What was asked.
     *
     * @param others writes that are no transactions
     */
    record Counted(int reads, int transactions, int others) {}

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        switch (context.request()) {
            case GetItemRequest _, BatchGetItemRequest _, QueryRequest _ -> reads++;
            case TransactGetItemsRequest _ -> reads++;
            case TransactWriteItemsRequest _ -> transactions++;
            default -> others++;
        }
    }

    /** What was asked since the last time. */
    Counted take() {
        Counted counted = new Counted(reads, transactions, others);
        reads = 0;
        transactions = 0;
        others = 0;
        return counted;
    }
}
