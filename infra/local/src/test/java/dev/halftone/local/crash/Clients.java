package dev.halftone.local.crash;

import dev.halftone.dynamodb.DynamoDbClients;
import dev.halftone.engines.Engine;
import dev.halftone.s3.S3Clients;
import dev.halftone.secrets.SsmClients;
import dev.halftone.sqs.SqsClients;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The clients as they are deployed, but for their network. They are dear to make and remember
 * nothing of a call, so all processes share them; whose call it is, the network knows.
 */
final class Clients {

    static final DynamoDbClient DYNAMO_DB;
    static final SqsClient SQS;
    static final S3Client S3;
    static final SsmClient SSM;

    static {
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.accessKeyId", Engine.ACCESS_KEY_ID);
        System.setProperty("aws.secretAccessKey", Engine.SECRET_ACCESS_KEY);
        // Where another test's studio has told the SDK to go, the same requests look different.
        Map<String, String> studio = new HashMap<>();
        for (String service : List.of("DynamoDb", "Sqs", "S3", "Ssm")) {
            String name = "aws.endpointUrl" + service;
            Optional.ofNullable(System.clearProperty(name))
                    .ifPresent(endpoint -> studio.put(name, endpoint));
        }
        DYNAMO_DB = DynamoDbClients.create(new Network(Cloud::tables));
        SQS = SqsClients.create(new Network(Cloud::queue));
        S3 = S3Clients.create(new Network(Cloud::objects));
        SSM = SsmClients.create(new Network(Cloud::parameters));
        studio.forEach(System::setProperty);
    }

    private Clients() {}
}
