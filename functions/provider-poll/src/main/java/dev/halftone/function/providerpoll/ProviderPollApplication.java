package dev.halftone.function.providerpoll;

import dev.halftone.core.Secrets;
import dev.halftone.core.SigningKey;
import dev.halftone.core.catalogue.ProviderEntry;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.mark.MarkFile;
import dev.halftone.core.profile.Profile;
import dev.halftone.dynamodb.DynamoDbCircuits;
import dev.halftone.dynamodb.DynamoDbClients;
import dev.halftone.dynamodb.DynamoDbGenerations;
import dev.halftone.dynamodb.DynamoDbSettlements;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.Metrics;
import dev.halftone.lambda.ProfileReader;
import dev.halftone.lambda.QueueFunction;
import dev.halftone.lambda.ScheduledFunction;
import dev.halftone.providers.HttpResultDownload;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.ProviderSetting.Us;
import dev.halftone.s3.S3Clients;
import dev.halftone.s3.S3InputFiles;
import dev.halftone.s3.S3MediaStore;
import dev.halftone.secrets.AwsCallerIdentity;
import dev.halftone.secrets.SsmClients;
import dev.halftone.secrets.SsmSecrets;
import dev.halftone.sqs.SqsClients;
import dev.halftone.sqs.SqsWorkQueue;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Composes the function. */
public class ProviderPollApplication extends FunctionApplication {
    @Override
    protected final Function<InputStream, byte[]> compose(Environment environment) {
        ProviderPollConfig config = ProviderPollConfig.from(environment);
        primeOutboundHttp();
        ProviderPollPorts ports = ports(config);
        KeyWatch keys = new KeyWatch(ports);
        return new QueueFunction(
                new ProviderPollFunction(ports), new ScheduledFunction(_ -> keys.check()));
    }

    /** The real adapters; tests put others in their place. */
    ProviderPollPorts ports(ProviderPollConfig config) {
        DynamoDbClient dynamoDb = dynamoDb();
        Clock clock = Environment.clock(Clock.systemUTC());
        Profile profile = ProfileReader.read(config.profile());
        Secrets secrets = primed(new SsmSecrets(ssm(), clock), SsmSecrets::prime);
        Collection<ProviderEntry> entries = profile.catalogue().providers().values();
        Function<ProviderEntry, ProviderSetting> setting = setting(config, secrets, clock);
        Providers providers = new Providers(entries, setting);
        S3Client s3 = s3();
        return new ProviderPollPorts(
                new DynamoDbGenerations(dynamoDb, config.studioTable()),
                new DynamoDbCircuits(dynamoDb, config.studioTable()),
                new DynamoDbSettlements(dynamoDb, config.studioTable(), config.ledgerTable()),
                providers.later(),
                providers.atOnce(),
                KeyChecks.of(entries, setting),
                providers.download(
                        new HttpResultDownload(
                                entries.stream().map(config.providers()::baseUrl).toList())),
                primed(
                        new S3MediaStore(s3, S3Clients.presigner(), config.mediaBucket()),
                        S3MediaStore::prime),
                new MarkFile(() -> signingKey(config, secrets)),
                new S3InputFiles(s3, config.mediaBucket()),
                primed(
                        new SqsWorkQueue(
                                sqs(),
                                Map.of(
                                        WorkItem.Stage.PROVIDER, config.providerQueueUrl(),
                                        WorkItem.Stage.DIRECT, config.directQueueUrl(),
                                        WorkItem.Stage.DELIVERY, config.deliveryQueueUrl())),
                        SqsWorkQueue::prime),
                profile,
                clock,
                ProviderPollApplication::pause,
                Metrics::count);
    }

    private static Function<ProviderEntry, ProviderSetting> setting(
            ProviderPollConfig config, Secrets secrets, Clock clock) {
        Us us = us(config, secrets, clock);
        return entry ->
                new ProviderSetting(
                        config.providers().baseUrl(entry),
                        entry.region(),
                        entry.texts(),
                        () -> secrets.value(config.providers().keyParameter(entry.name())),
                        us,
                        clock);
    }

    private static Us us(ProviderPollConfig config, Secrets secrets, Clock clock) {
        return new Us(
                () -> URI.create(secrets.value(config.publicUrlParameter()).reveal().strip()),
                () -> signingKey(config, secrets),
                AwsCallerIdentity.ofThisFunction(clock));
    }

    private static SigningKey signingKey(ProviderPollConfig config, Secrets secrets) {
        return SigningKey.ofBase64(secrets.value(config.signingKeyParameter()).reveal());
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    // The ways out of this function, for whoever must stand in them.

    protected DynamoDbClient dynamoDb() {
        return DynamoDbClients.create();
    }

    protected SqsClient sqs() {
        return SqsClients.create();
    }

    protected SsmClient ssm() {
        return SsmClients.create();
    }

    protected S3Client s3() {
        return S3Clients.create();
    }
}
