package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// Protects whatever people entrust to the service, should anybody carry away the disks it lies on:
// no table, bucket, queue or log group without encryption, and none that nobody thought of.
final class EncryptionAtRestTest {
    private static final Map<String, Template> STACKS = Template.all();

    // One of each kind of store, all as they should be.
    private static final String SOUND =
            """
            Resources:
              Notes:
                Type: AWS::DynamoDB::Table
                Properties:
                  SSESpecification: { SSEEnabled: true }
              Files:
                Type: AWS::S3::Bucket
                Properties:
                  PublicAccessBlockConfiguration:
                    BlockPublicAcls: true
                    BlockPublicPolicy: true
                    IgnorePublicAcls: true
                    RestrictPublicBuckets: true
                  BucketEncryption:
                    ServerSideEncryptionConfiguration:
                      - ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 }
              FilesPolicy:
                Type: AWS::S3::BucketPolicy
                Properties:
                  Bucket: !Ref Files
                  PolicyDocument:
                    Statement:
                      - Effect: Deny
                        Principal: "*"
                        Action: s3:*
                        Resource: [!GetAtt Files.Arn, !Sub "${Files.Arn}/*"]
                        Condition:
                          Bool: { aws:SecureTransport: "false" }
                      - Effect: Deny
                        Principal: "*"
                        Action: s3:*
                        Resource: [!GetAtt Files.Arn, !Sub "${Files.Arn}/*"]
                        Condition:
                          NumericLessThan: { s3:TlsVersion: "1.2" }
              Work:
                Type: AWS::SQS::Queue
                Properties:
                  SqsManagedSseEnabled: true
              WorkPolicy:
                Type: AWS::SQS::QueuePolicy
                Properties:
                  Queues: [!Ref Work]
                  PolicyDocument:
                    Statement:
                      - Effect: Deny
                        Principal: "*"
                        Action: sqs:*
                        Resource: !GetAtt Work.Arn
                        Condition:
                          Bool: { aws:SecureTransport: "false" }
              Lines:
                Type: AWS::Logs::LogGroup
                Properties:
                  RetentionInDays: 30
              Worker:
                Type: AWS::Serverless::Function
                Properties:
                  LoggingConfig: { LogGroup: !Ref Lines }
            """;

    @Test
    void everyTableBucketQueueAndLogGroupIsEncrypted() {
        assertThat(EncryptionAtRest.faults(STACKS)).isEmpty();
    }

    /** A rule that finds nothing to judge would be satisfied too. */
    @Test
    void judgesEveryStoreOfTheStacks() {
        assertThat(stores("AWS::DynamoDB::Table")).isGreaterThanOrEqualTo(4);
        assertThat(stores("AWS::S3::Bucket")).isGreaterThanOrEqualTo(1);
        assertThat(stores("AWS::SQS::Queue")).isGreaterThanOrEqualTo(4);
        assertThat(stores("AWS::Logs::LogGroup"))
                .isEqualTo(stores("AWS::Serverless::Function") + 1);
        assertThat(faults(SOUND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SSESpecification: { SSEEnabled: true }|BillingMode: PAY_PER_REQUEST"
                        + "|Notes is not encrypted",
                "SSEEnabled: true|SSEEnabled: false|Notes is not encrypted",
                "SSEEnabled: true|SSEEnabled: !Ref Maybe|Notes is not encrypted",
                "BucketEncryption:|Otherwise:|Files is not encrypted",
                "SSEAlgorithm: AES256|SSEAlgorithm: none|Files is not encrypted",
                "RestrictPublicBuckets: true|RestrictPublicBuckets: false|Files may be made public",
                "Bucket: !Ref Files|Bucket: !Ref Others|Files accepts plain HTTP",
                "s3:TlsVersion: \"1.2\"|s3:TlsVersion: \"1.0\"|Files accepts old TLS",
                "SqsManagedSseEnabled: true|VisibilityTimeout: 30|Work is not encrypted",
                "SqsManagedSseEnabled: true|KmsMasterKeyId: !Ref Maybe|Work is not encrypted",
                "Queues: [!Ref Work]|Queues: [!Ref Others]|Work accepts plain HTTP",
                "RetentionInDays: 30|KmsKeyId: !Ref Maybe|Lines names a key that is none",
                "RetentionInDays: 30|LogGroupClass: DELIVERY|Lines is a log group of an unknown"
                        + " kind",
                "RetentionInDays: 30|LogGroupName: a|Lines keeps its lines for ever",
                "LogGroup: !Ref Lines|LogFormat: JSON"
                        + "|Worker writes to a log group that is not declared"
            })
    void noticesAStoreWithout(String sound, String planted, String fault) {
        assertThat(SOUND).contains(sound);

        assertThat(faults(SOUND.replace(sound, planted))).contains("planted.yaml " + fault);
    }

    /** Whatever keeps data in a way that nobody has decided about is no pass. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS::DynamoDB::GlobalTable",
                "AWS::Serverless::SimpleTable",
                "AWS::RDS::DBCluster",
                "AWS::ElastiCache::ServerlessCache",
                "AWS::Kinesis::Stream",
                "AWS::SNS::Topic",
                "AWS::SSM::Parameter",
                "AWS::CloudFormation::Stack"
            })
    void noticesAKindOfStoreThatNobodyDecidedAbout(String type) {
        String another = "  Another:\n    Type: " + type + "\n    Properties: { Name: another }\n";

        assertThat(faults(SOUND + another))
                .singleElement()
                .asString()
                .startsWith("planted.yaml Another is ");
    }

    @Test
    void noticesAQueueThatTheTransformWouldMakeUnseen() {
        String worker =
                """
                  Quiet:
                    Type: AWS::Serverless::Function
                    Properties:
                      LoggingConfig: { LogGroup: !Ref Lines }
                      EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: SQS } } }
                """;

        assertThat(faults(SOUND + worker))
                .containsExactly("planted.yaml Quiet makes a queue that is not declared");
    }

    private static List<String> faults(String stack) {
        return EncryptionAtRest.faults(Map.of("planted.yaml", Template.of(stack)));
    }

    private static int stores(String type) {
        return STACKS.values().stream().mapToInt(stack -> stack.resources(type).size()).sum();
    }
}
