package dev.halftone.local.crash;

import dev.halftone.dynamodb.DynamoDbClients;
import dev.halftone.engines.Engine;
import dev.halftone.s3.S3Clients;
import dev.halftone.secrets.SsmClients;
import dev.halftone.sqs.SqsClients;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The clients as they are deployed, but for their network. They are dear to make and remember
 * nothing of a call, so all processes share them; whose call it is, the network knows.
 */
final class Clients {

    static {
        // Where another test's studio has told the SDK to go, the same requests look different.
        for (String service : List.of("DynamoDb", "Sqs", "S3", "Ssm")) {
            System.clearProperty("aws.endpointUrl" + service);
        }
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.accessKeyId", Engine.ACCESS_KEY_ID);
        System.setProperty("aws.secretAccessKey", Engine.SECRET_ACCESS_KEY);
    }

    static final DynamoDbClient DYNAMO_DB = DynamoDbClients.create(new Network(Cloud::tables));
    static final SqsClient SQS = SqsClients.create(new Network(Cloud::queue));
    static final S3Client S3 = S3Clients.create(new Network(Cloud::objects));
    static final SsmClient SSM = SsmClients.create(new Network(Cloud::parameters));

    private Clients() {}
}
