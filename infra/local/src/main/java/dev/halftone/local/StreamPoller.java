package dev.halftone.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import tools.jackson.databind.node.ObjectNode;

/**
 * One table's event source: hands over its changes in order, from the oldest that the engine still
 * knows. A restart begins there again, so a function hears of a change at least once, as in the
 * cloud.
 */
final class StreamPoller implements AutoCloseable {
    /** As often as Lambda asks a shard. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Trigger.Stream source;
    private final HostedFunction function;
    private final DynamoDbStreamsClient client;
    private final String arn;
    private final PrintStream log;
    private final Set<String> ended = new HashSet<>();
    private final Thread reader;
    private volatile boolean closed;

    private StreamPoller(
            Trigger.Stream source,
            HostedFunction function,
            DynamoDbStreamsClient client,
            String arn,
            PrintStream log) {
        this.source = source;
        this.function = function;
        this.client = client;
        this.arn = arn;
        this.log = log;
        this.reader = Thread.ofVirtual().name("stream " + source.table()).unstarted(this::read);
    }

    static StreamPoller start(
            Trigger.Stream source,
            HostedFunction function,
            DynamoDbClient tables,
            DynamoDbStreamsClient client,
            PrintStream log) {
        @Nullable String arn =
                tables.describeTable(describe -> describe.tableName(source.table()))
                        .table()
                        .latestStreamArn();
        if (arn == null) {
            throw new IllegalArgumentException(source.table() + " has no stream");
        }
        StreamPoller poller = new StreamPoller(source, function, client, arn, log);
        poller.reader.start();
        return poller;
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
    }

    private void read() {
        while (!closed) {
            try {
                for (Shard shard : open()) {
                    drain(shard);
                }
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                return;
            } catch (TrimmedDataAccessException _) {
                // What a look began at is forgotten by now, or nothing is known yet: look again.
                pause();
            } catch (SdkException e) {
                if (!closed) {
                    log.println("The stream of " + source.table() + " cannot be read: " + e);
                    pause();
                }
            }
        }
    }

    /** Shards whose parents have been read to their ends. */
    private List<Shard> open() {
        List<Shard> shards = shards();
        Set<String> known = new HashSet<>();
        shards.forEach(shard -> known.add(shard.shardId()));
        return shards.stream()
                .filter(shard -> !ended.contains(shard.shardId()))
                .filter(
                        shard ->
                                shard.parentShardId() == null
                                        || ended.contains(shard.parentShardId())
                                        || !known.contains(shard.parentShardId()))
                .toList();
    }

    private List<Shard> shards() {
        List<Shard> shards = new ArrayList<>();
        @Nullable String from = null;
        do {
            @Nullable String start = from;
            StreamDescription page =
                    client.describeStream(
                                    describe ->
                                            describe.streamArn(arn).exclusiveStartShardId(start))
                            .streamDescription();
            shards.addAll(page.shards());
            from = page.lastEvaluatedShardId();
        } while (from != null);
        return shards;
    }

    /** Reads a shard until it ends or this is closed; one shard of a table is open at a time. */
    private void drain(Shard shard) throws InterruptedException {
        @Nullable String iterator =
                client.getShardIterator(
                                get ->
                                        get.streamArn(arn)
                                                .shardId(shard.shardId())
                                                .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                        .shardIterator();
        while (iterator != null && !closed) {
            String from = iterator;
            GetRecordsResponse read =
                    client.getRecords(get -> get.shardIterator(from).limit(source.batchSize()));
            List<ObjectNode> wanted =
                    read.records().stream()
                            .map(change -> StreamEvent.record(change, arn))
                            .filter(source.pattern()::matches)
                            .toList();
            handOver(wanted);
            iterator = read.nextShardIterator();
            if (read.records().isEmpty()) {
                Thread.sleep(PAUSE);
            }
        }
        ended.add(shard.shardId());
    }

    private void handOver(List<ObjectNode> batch) throws InterruptedException {
        List<ObjectNode> rest = batch;
        int tries = 0;
        while (!rest.isEmpty() && !closed) {
            int failedFrom = failedFrom(rest);
            tries = failedFrom == 0 ? tries + 1 : 1;
            rest = rest.subList(failedFrom, rest.size());
            if (tries == source.triesMax() && !rest.isEmpty()) {
                log.println(source.table() + ": a change was given up: " + rest.getFirst());
                rest = rest.subList(1, rest.size());
                tries = 0;
            } else if (!rest.isEmpty()) {
                Thread.sleep(PAUSE_AFTER_FAILURE);
            }
        }
    }

    /** Where the function came to; the size of the batch if nothing of it is left. */
    private int failedFrom(List<ObjectNode> batch) {
        return switch (function.invoke(StreamEvent.write(batch))) {
            case InvokeOutcome.Answered(String answer) when source.partialFailures() -> {
                OptionalInt failed = StreamEvent.failedFrom(batch, answer);
                yield failed.orElse(batch.size());
            }
            case InvokeOutcome.Answered _ -> batch.size();
            case InvokeOutcome.Failed _, InvokeOutcome.TimedOut _ -> 0;
        };
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
