package dev.halftone.local;

import dev.halftone.engines.DynamoDbEngine;
import dev.halftone.engines.Engine;
import dev.halftone.engines.S3Engine;
import dev.halftone.engines.SqsEngine;
import dev.halftone.template.Stack;
import dev.halftone.template.StackBuckets;
import dev.halftone.template.StackQueues;
import dev.halftone.template.StackTables;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The three engines with what the templates declare in them. They start side by side, while the
 * caller does something else, and are ready once awaited.
 */
final class LocalEngines implements AutoCloseable {
    private final List<FutureTask<? extends Engine>> engines;

    private LocalEngines(List<FutureTask<? extends Engine>> engines) {
        this.engines = engines;
    }

    static LocalEngines begin(StateFolder state, LocalPorts ports, List<Stack> stacks) {
        return new LocalEngines(
                List.of(
                        begin("dynamodb", () -> dynamoDb(state, ports, stacks)),
                        begin("sqs", () -> sqs(state, ports, stacks)),
                        begin("s3", () -> s3(state, ports, stacks))));
    }

    void await() {
        for (FutureTask<? extends Engine> engine : engines) {
            engine(engine);
        }
    }

    @Override
    public void close() {
        for (FutureTask<? extends Engine> engine : engines) {
            engine(engine).close();
        }
    }

    private static Engine engine(FutureTask<? extends Engine> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while an engine started", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An engine did not start", e.getCause());
        }
    }

    private static <E extends Engine> FutureTask<E> begin(String name, Callable<E> start) {
        FutureTask<E> task = new FutureTask<>(start);
        // The threads an engine makes are daemons like this one: none keeps the program alive.
        Thread.ofPlatform().daemon().name("engine " + name).start(task);
        return task;
    }

    private static DynamoDbEngine dynamoDb(
            StateFolder state, LocalPorts ports, List<Stack> stacks) {
        DynamoDbEngine engine = DynamoDbEngine.start(state.resolve("dynamodb"), ports.dynamoDb());
        try (DynamoDbClient client = LocalClients.dynamoDb(engine.endpoint())) {
            stacks.forEach(stack -> StackTables.create(stack, client));
        }
        return engine;
    }

    private static SqsEngine sqs(StateFolder state, LocalPorts ports, List<Stack> stacks) {
        SqsEngine engine = SqsEngine.start(state.resolve("sqs"), ports.sqs());
        try (SqsClient client = LocalClients.sqs(engine.endpoint())) {
            stacks.forEach(stack -> StackQueues.create(stack, client));
        }
        return engine;
    }

    private static S3Engine s3(StateFolder state, LocalPorts ports, List<Stack> stacks) {
        S3Engine engine = S3Engine.start(state.resolve("s3"), ports.s3());
        try (S3Client client = LocalClients.s3(engine.endpoint())) {
            stacks.forEach(stack -> StackBuckets.create(stack, client));
        }
        return engine;
    }
}
