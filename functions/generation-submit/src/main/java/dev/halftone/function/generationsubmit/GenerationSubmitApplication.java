package dev.halftone.function.generationsubmit;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.Secrets;
import dev.halftone.core.SigningKey;
import dev.halftone.core.catalogue.PromptRules;
import dev.halftone.core.catalogue.ProviderEntry;
import dev.halftone.core.generation.Belongings;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.profile.Profile;
import dev.halftone.core.safety.CheckWords;
import dev.halftone.core.safety.EveryCheck;
import dev.halftone.core.safety.PromptCheck;
import dev.halftone.creem.CreemProcessor;
import dev.halftone.creem.CreemPromptCheck;
import dev.halftone.creem.CreemSetting;
import dev.halftone.csv.CsvSheets;
import dev.halftone.dynamodb.DynamoDbAssets;
import dev.halftone.dynamodb.DynamoDbBatches;
import dev.halftone.dynamodb.DynamoDbBriefs;
import dev.halftone.dynamodb.DynamoDbCircuits;
import dev.halftone.dynamodb.DynamoDbClients;
import dev.halftone.dynamodb.DynamoDbGenerations;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.dynamodb.DynamoDbProjects;
import dev.halftone.dynamodb.DynamoDbRateLimits;
import dev.halftone.dynamodb.DynamoDbRefusals;
import dev.halftone.dynamodb.DynamoDbSessions;
import dev.halftone.dynamodb.DynamoDbSettlements;
import dev.halftone.dynamodb.DynamoDbStoryboards;
import dev.halftone.dynamodb.DynamoDbSubmissions;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.Nobody;
import dev.halftone.lambda.PaymentAddresses;
import dev.halftone.lambda.ProfileReader;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.ProviderSetting.Us;
import dev.halftone.providers.moderation.ModerationCheck;
import dev.halftone.secrets.SsmClients;
import dev.halftone.secrets.SsmSecrets;
import dev.halftone.sqs.SqsBatchQueue;
import dev.halftone.sqs.SqsClients;
import dev.halftone.sqs.SqsWorkQueue;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Composes the function. */
public class GenerationSubmitApplication extends FunctionApplication {
    @Override
    protected final Function<InputStream, byte[]> compose(Environment environment) {
        GenerationSubmitConfig config = GenerationSubmitConfig.from(environment);
        return GenerationSubmitFunction.of(config, ports(config));
    }

    /** The real adapters; tests put others in their place. */
    GenerationSubmitPorts ports(GenerationSubmitConfig config) {
        DynamoDbClient dynamoDb = dynamoDb();
        SqsClient sqs = sqs();
        Profile profile = ProfileReader.read(config.profile());
        Clock clock = Environment.clock(Clock.systemUTC());
        Secrets secrets = primed(new SsmSecrets(ssm(), clock), SsmSecrets::prime);
        return new GenerationSubmitPorts(
                new DynamoDbSessions(dynamoDb, config.sessionsTable()),
                new DynamoDbRateLimits(dynamoDb, config.insightTable()),
                new Belongings(
                        new DynamoDbAssets(dynamoDb, config.studioTable()),
                        new DynamoDbProjects(dynamoDb, config.studioTable()),
                        new DynamoDbBriefs(dynamoDb, config.studioTable())),
                primed(
                        new DynamoDbSubmissions(
                                dynamoDb,
                                config.studioTable(),
                                config.ledgerTable(),
                                profile.catalogue().economy().ceilings(),
                                profile.plans()),
                        submissions -> submissions.ground(Nobody.GENERATION, Nobody.ACCOUNT)),
                new DynamoDbLedger(dynamoDb, config.ledgerTable()),
                new DynamoDbGenerations(dynamoDb, config.studioTable()),
                new DynamoDbCircuits(dynamoDb, config.studioTable()),
                new DynamoDbSettlements(dynamoDb, config.studioTable(), config.ledgerTable()),
                primed(work(sqs, config), SqsWorkQueue::prime),
                new DynamoDbBatches(dynamoDb, config.studioTable()),
                new SqsBatchQueue(sqs, config.batchQueueUrl()),
                new DynamoDbStoryboards(dynamoDb, config.studioTable()),
                new CsvSheets(),
                words(config, profile, secrets, clock, dynamoDb),
                secrets,
                profile,
                clock);
    }

    private static SqsWorkQueue work(SqsClient sqs, GenerationSubmitConfig config) {
        return new SqsWorkQueue(
                sqs,
                Map.of(
                        WorkItem.Stage.PROVIDER, config.providerQueueUrl(),
                        WorkItem.Stage.DIRECT, config.directQueueUrl()));
    }

    /**
     * Whoever the profile says judges words, and whoever sells for it and wants to; nobody, if it
     * says so.
     */
    private CheckWords words(
            GenerationSubmitConfig config,
            Profile profile,
            Secrets secrets,
            Clock clock,
            DynamoDbClient dynamoDb) {
        List<PromptCheck> checks = checks(config, profile, secrets, clock);
        if (checks.isEmpty()) {
            return CheckWords.none();
        }
        primeOutboundHttp();
        return new CheckWords(
                new EveryCheck(checks), new DynamoDbRefusals(dynamoDb, config.studioTable()));
    }

    static List<PromptCheck> checks(
            GenerationSubmitConfig config, Profile profile, Secrets secrets, Clock clock) {
        List<PromptCheck> checks = new ArrayList<>();
        PromptRules rules = profile.promptRules();
        if (rules != null) {
            checks.add(
                    ModerationCheck.of(
                            setting(config, rules.checker(), secrets, clock),
                            rules.model(),
                            rules.refuses()));
        }
        if (profile.payments().processor(CreemProcessor.ID).isPresent()) {
            checks.add(CreemPromptCheck.of(creem(config.payments(), secrets, clock)));
        }
        return checks;
    }

    private static CreemSetting creem(PaymentAddresses at, Secrets secrets, Clock clock) {
        return new CreemSetting(
                at.standIns().get(CreemProcessor.ID),
                () -> secrets.value(at.keyParameter(CreemProcessor.ID)),
                () -> {
                    throw new PermanentFailure("ssm", "this function is told nothing");
                },
                clock);
    }

    private static ProviderSetting setting(
            GenerationSubmitConfig config, ProviderEntry checker, Secrets secrets, Clock clock) {
        return new ProviderSetting(
                config.providers().baseUrl(checker),
                checker.region(),
                null,
                () -> secrets.value(config.providers().keyParameter(checker.name())),
                new Us(
                        () -> URI.create(secrets.value(config.publicUrlParameter()).reveal()),
                        () ->
                                SigningKey.ofBase64(
                                        secrets.value(config.signingKeyParameter()).reveal()),
                        (_, _) -> {
                            throw new IllegalStateException("Nobody who judges words asks for it");
                        }),
                clock);
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
}
