package dev.halftone.template;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the tables, buckets and queues of a template are called on this machine: as the template
 * says, else by their logical id, so that they are found again after a restart.
 */
final class LocalNames implements ResourceAttributes {
    static final String TABLE = "AWS::DynamoDB::Table";
    static final String BUCKET = "AWS::S3::Bucket";
    static final String QUEUE = "AWS::SQS::Queue";
    static final String STACK = "AWS::CloudFormation::Stack";
    private static final String FUNCTION = "AWS::Serverless::Function";

    private static final String PREFIX = "halftone-";
    private static final String OUTPUTS = "Outputs.";
    private static final String ARN = "Arn";

    private final URI queues;

    /** A queue's reference is its URL, which begins with the address of the queues' engine. */
    LocalNames(URI queues) {
        this.queues = queues;
    }

    static String table(Resource table) {
        return PREFIX + table.logicalId();
    }

    static String bucket(Resource bucket) {
        return PREFIX + bucket.logicalId().toLowerCase(Locale.ROOT);
    }

    static String queue(Resource queue, Resolver resolver) {
        Object name = queue.properties().get("QueueName");
        return name == null
                ? PREFIX + queue.logicalId()
                : resolver.text(name, "the name of " + queue.logicalId());
    }

    @Override
    public @Nullable String attribute(Resource resource, String attribute, Resolver resolver) {
        return switch (resource.type()) {
            case TABLE -> tableAttribute(attribute, table(resource));
            case BUCKET -> named(attribute, bucket(resource), "arn:aws:s3:::");
            case QUEUE -> queueAttribute(attribute, queue(resource, resolver));
            case FUNCTION -> attribute.equals(REF) ? resource.logicalId() : null;
            case STACK ->
                    attribute.startsWith(OUTPUTS)
                            ? output(resource, attribute.substring(OUTPUTS.length()), resolver)
                            : null;
            default -> null;
        };
    }

    /** Streams get their names from the engine, so this says only whose it is. */
    private static @Nullable String tableAttribute(String attribute, String name) {
        String prefix = arn("dynamodb", "table/");
        return attribute.equals("StreamArn")
                ? prefix + name + "/stream/latest"
                : named(attribute, name, prefix);
    }

    private static @Nullable String named(String attribute, String name, String arnPrefix) {
        return switch (attribute) {
            case REF -> name;
            case ARN -> arnPrefix + name;
            default -> null;
        };
    }

    private @Nullable String queueAttribute(String attribute, String name) {
        return attribute.equals(REF)
                ? queues + "/" + Resolver.ACCOUNT_ID + "/" + name
                : attribute.equals("QueueName") ? name : named(attribute, name, arn("sqs", ""));
    }

    private static String arn(String dependency, String prefix) {
        return "arn:aws:%s:%s:%s:%s"
                .formatted(dependency, Resolver.REGION, Resolver.ACCOUNT_ID, prefix);
    }

    private static String output(Resource stack, String name, Resolver resolver) {
        return resolver.nested(stack).output(name, stack.logicalId() + "." + name);
    }
}
