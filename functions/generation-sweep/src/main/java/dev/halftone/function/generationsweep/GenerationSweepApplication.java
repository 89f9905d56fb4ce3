package dev.halftone.function.generationsweep;

import dev.halftone.core.generation.WorkItem;
import dev.halftone.dynamodb.DynamoDbBatches;
import dev.halftone.dynamodb.DynamoDbClients;
import dev.halftone.dynamodb.DynamoDbGenerations;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.sqs.SqsBatchQueue;
import dev.halftone.sqs.SqsClients;
import dev.halftone.sqs.SqsWorkQueue;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Composes the function. */
public class GenerationSweepApplication extends FunctionApplication {
    @Override
    protected final Function<InputStream, byte[]> compose(Environment environment) {
        return GenerationSweepFunction.of(ports(GenerationSweepConfig.from(environment)));
    }

    /** The real adapters; tests put others in their place. */
    GenerationSweepPorts ports(GenerationSweepConfig config) {
        DynamoDbClient dynamoDb = dynamoDb();
        SqsClient sqs = sqs();
        return new GenerationSweepPorts(
                new DynamoDbGenerations(dynamoDb, config.studioTable()),
                primed(
                        new SqsWorkQueue(
                                sqs,
                                Map.of(
                                        WorkItem.Stage.PROVIDER, config.providerQueueUrl(),
                                        WorkItem.Stage.DIRECT, config.directQueueUrl(),
                                        WorkItem.Stage.DELIVERY, config.deliveryQueueUrl())),
                        SqsWorkQueue::prime),
                new DynamoDbBatches(dynamoDb, config.studioTable()),
                new SqsBatchQueue(sqs, config.batchQueueUrl()),
                Environment.clock(Clock.systemUTC()));
    }

    // The ways out of this function, for whoever must stand in them.

    protected DynamoDbClient dynamoDb() {
        return DynamoDbClients.create();
    }

    protected SqsClient sqs() {
        return SqsClients.create();
    }
}
