package dev.halftone.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Everything in the stacks that keeps data, and what encrypts it. A type that is not named here
 * counts as an unencrypted store until somebody has decided about it.
 */
final class EncryptionAtRest {
    // They run, route, allow or contain others; what they keep is kept by a store below.
    private static final Set<String> NO_STORES =
            Set.of(
                    "AWS::CloudWatch::Alarm",
                    "AWS::IAM::Role",
                    "AWS::S3::BucketPolicy",
                    "AWS::SQS::QueuePolicy",
                    "AWS::Serverless::HttpApi");
    private static final Set<String> BUCKET_ALGORITHMS = Set.of("AES256", "aws:kms");
    private static final Set<String> PUBLIC_ACCESS =
            Set.of(
                    "BlockPublicAcls",
                    "BlockPublicPolicy",
                    "IgnorePublicAcls",
                    "RestrictPublicBuckets");
    // CloudWatch encrypts every group and cannot be told not to; a template can only choose the
    // key. Whatever else could be said of one may send its lines elsewhere.
    private static final Set<String> LOG_GROUP_PROPERTIES =
            Set.of("LogGroupName", "RetentionInDays", "KmsKeyId");
    // CloudFormation writes parameters in plain text only, so no other may be one of its.
    private static final String PUBLIC_PARAMETER = "PublicUrl";
    private static final Pattern KEY_ARN = Pattern.compile("arn:\\S+:kms:\\S+");

    private final String file;
    private final Template stack;
    private final Set<String> stacks;
    private final List<String> faults = new ArrayList<>();

    private EncryptionAtRest(String file, Template stack, Set<String> stacks) {
        this.file = file;
        this.stack = stack;
        this.stacks = Set.copyOf(stacks);
    }

    /** What is wrong in any of the stacks, by their files. */
    static List<String> faults(Map<String, Template> stacks) {
        return stacks.entrySet().stream()
                .flatMap(each -> faults(each.getKey(), each.getValue(), stacks.keySet()).stream())
                .toList();
    }

    private static List<String> faults(String file, Template stack, Set<String> stacks) {
        EncryptionAtRest reading = new EncryptionAtRest(file, stack, stacks);
        stack.root().at("Resources").entries().forEach(reading::read);
        return List.copyOf(reading.faults);
    }

    private void read(String logicalId, TemplateValue resource) {
        TemplateValue properties = resource.at("Properties");
        switch (resource.at("Type").text()) {
            case "AWS::DynamoDB::Table" -> table(logicalId, properties);
            case "AWS::S3::Bucket" -> bucket(logicalId, properties);
            case "AWS::SQS::Queue" -> queue(logicalId, properties);
            case "AWS::Logs::LogGroup" -> logGroup(logicalId, properties);
            case "AWS::Serverless::Function" -> function(logicalId, properties);
            case "AWS::SSM::Parameter" ->
                    require(
                            logicalId.equals(PUBLIC_PARAMETER),
                            logicalId,
                            "is a parameter in plain text");
            case "AWS::CloudFormation::Stack" ->
                    require(
                            stacks.contains(properties.at("TemplateURL").text()),
                            logicalId,
                            "is a stack that nobody reads");
            case String type ->
                    require(NO_STORES.contains(type), logicalId, "is of the unknown type " + type);
        }
    }

    private void table(String logicalId, TemplateValue table) {
        require(table.at("SSESpecification", "SSEEnabled").isTrue(), logicalId, "is not encrypted");
    }

    private void bucket(String logicalId, TemplateValue bucket) {
        List<TemplateValue> rules =
                bucket.at("BucketEncryption", "ServerSideEncryptionConfiguration").items();
        require(
                !rules.isEmpty()
                        && rules.stream()
                                .map(each -> each.at("ServerSideEncryptionByDefault"))
                                .map(each -> each.at("SSEAlgorithm").text())
                                .allMatch(BUCKET_ALGORITHMS::contains),
                logicalId,
                "is not encrypted");
        require(
                PUBLIC_ACCESS.stream()
                        .allMatch(
                                each -> bucket.at("PublicAccessBlockConfiguration", each).isTrue()),
                logicalId,
                "may be made public");
        List<TemplateValue> statements =
                statements("AWS::S3::BucketPolicy", "Bucket", logicalId).stream()
                        .filter(each -> coversObjectsToo(each, logicalId))
                        .toList();
        require(
                statements.stream().anyMatch(Statements::refusesPlainHttp),
                logicalId,
                "accepts plain HTTP");
        require(
                statements.stream().anyMatch(Statements::refusesOldTls),
                logicalId,
                "accepts old TLS");
    }

    private static boolean coversObjectsToo(TemplateValue statement, String bucket) {
        return Set.copyOf(statement.at("Resource").texts())
                .containsAll(Set.of(bucket + ".Arn", "${" + bucket + ".Arn}/*"));
    }

    private void queue(String logicalId, TemplateValue queue) {
        require(
                queue.at("SqsManagedSseEnabled").isTrue() || isKey(queue.at("KmsMasterKeyId")),
                logicalId,
                "is not encrypted");
        require(
                statements("AWS::SQS::QueuePolicy", "Queues", logicalId).stream()
                        .filter(each -> each.at("Resource").texts().contains(logicalId + ".Arn"))
                        .anyMatch(Statements::refusesPlainHttp),
                logicalId,
                "accepts plain HTTP");
    }

    private void logGroup(String logicalId, TemplateValue group) {
        require(
                !group.at("KmsKeyId").exists() || isKey(group.at("KmsKeyId")),
                logicalId,
                "names a key that is none");
        require(
                LOG_GROUP_PROPERTIES.containsAll(group.entries().keySet()),
                logicalId,
                "is a log group of an unknown kind");
        require(group.at("RetentionInDays").exists(), logicalId, "keeps its lines for ever");
    }

    private void function(String logicalId, TemplateValue function) {
        String group = function.at("LoggingConfig", "LogGroup").text();
        require(
                stack.resource(group).at("Type").text().equals("AWS::Logs::LogGroup"),
                logicalId,
                "writes to a log group that is not declared");
        // Without a destination of ours, the transform makes a queue of its own.
        TemplateValue destinations = function.at("EventInvokeConfig", "DestinationConfig");
        require(
                destinations.entries().values().stream()
                        .allMatch(each -> each.at("Destination").exists()),
                logicalId,
                "makes a queue that is not declared");
    }

    private List<TemplateValue> statements(String policyType, String naming, String store) {
        Predicate<TemplateValue> itsOwn =
                policy -> policy.at("Properties", naming).texts().contains(store);
        return stack.resources(policyType).values().stream()
                .filter(itsOwn)
                .flatMap(
                        policy ->
                                policy
                                        .at("Properties", "PolicyDocument", "Statement")
                                        .items()
                                        .stream())
                .toList();
    }

    /** A key that the stack makes, or one by its name; never one that may turn out to be none. */
    private boolean isKey(TemplateValue key) {
        return stack.resource(key.text().replace(".Arn", ""))
                        .at("Type")
                        .text()
                        .equals("AWS::KMS::Key")
                || KEY_ARN.matcher(key.text()).matches();
    }

    private void require(boolean holds, String logicalId, String fault) {
        if (!holds) {
            faults.add(file + " " + logicalId + " " + fault);
        }
    }
}
