package dev.halftone.function.studio;

import dev.halftone.core.Secrets;
import dev.halftone.core.SigningKey;
import dev.halftone.core.seal.ReadProof;
import dev.halftone.core.seal.ReadRoots;
import dev.halftone.dynamodb.DynamoDbAssets;
import dev.halftone.dynamodb.DynamoDbBriefs;
import dev.halftone.dynamodb.DynamoDbCheckpoints;
import dev.halftone.dynamodb.DynamoDbClients;
import dev.halftone.dynamodb.DynamoDbEndings;
import dev.halftone.dynamodb.DynamoDbGenerations;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.dynamodb.DynamoDbProjects;
import dev.halftone.dynamodb.DynamoDbRateLimits;
import dev.halftone.dynamodb.DynamoDbRoots;
import dev.halftone.dynamodb.DynamoDbSeals;
import dev.halftone.dynamodb.DynamoDbSessions;
import dev.halftone.dynamodb.DynamoDbShares;
import dev.halftone.dynamodb.DynamoDbStoryboards;
import dev.halftone.dynamodb.DynamoDbUsages;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.Nobody;
import dev.halftone.lambda.ProfileReader;
import dev.halftone.s3.S3Archives;
import dev.halftone.s3.S3Clients;
import dev.halftone.s3.S3MediaStore;
import dev.halftone.secrets.SsmClients;
import dev.halftone.secrets.SsmSecrets;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Composes the function. */
public class StudioApplication extends FunctionApplication {
    @Override
    protected final Function<InputStream, byte[]> compose(Environment environment) {
        StudioConfig config = StudioConfig.from(environment);
        return StudioFunction.of(config, ports(config));
    }

    /** The real adapters; tests put others in their place. */
    StudioPorts ports(StudioConfig config) {
        DynamoDbClient dynamoDb = DynamoDbClients.create();
        Clock clock = Environment.clock(Clock.systemUTC());
        Secrets secrets = primed(new SsmSecrets(SsmClients.create(), clock), SsmSecrets::prime);
        S3Client s3 = S3Clients.create();
        S3Presigner presigner = S3Clients.presigner();
        DynamoDbRoots roots = new DynamoDbRoots(dynamoDb, config.ledgerTable());
        return new StudioPorts(
                new DynamoDbSessions(dynamoDb, config.sessionsTable()),
                new DynamoDbRateLimits(dynamoDb, config.insightTable()),
                primed(
                        new DynamoDbGenerations(dynamoDb, config.studioTable()),
                        generations -> generations.history(Nobody.USER, 1, null)),
                new DynamoDbEndings(dynamoDb, config.studioTable()),
                primed(
                        new DynamoDbLedger(dynamoDb, config.ledgerTable()),
                        ledger -> ledger.journal(Nobody.ACCOUNT, 1, null)),
                new DynamoDbUsages(dynamoDb, config.studioTable(), config.ledgerTable()),
                new ReadProof(
                        new DynamoDbSeals(dynamoDb, config.ledgerTable()),
                        roots,
                        new DynamoDbCheckpoints(dynamoDb, config.ledgerTable())),
                new ReadRoots(roots),
                primed(
                        new S3MediaStore(s3, presigner, config.mediaBucket()),
                        media -> media.link(Nobody.OBJECT, Duration.ofMinutes(1), null)),
                new StudioPorts.LibraryPorts(
                        new DynamoDbProjects(dynamoDb, config.studioTable()),
                        new DynamoDbBriefs(dynamoDb, config.studioTable()),
                        new DynamoDbStoryboards(dynamoDb, config.studioTable()),
                        new DynamoDbShares(dynamoDb, config.studioTable()),
                        new S3Archives(s3, presigner, config.mediaBucket()),
                        new DynamoDbAssets(dynamoDb, config.studioTable())),
                () -> SigningKey.ofBase64(secrets.value(config.signingKeyParameter()).reveal()),
                () -> URI.create(secrets.value(config.publicUrlParameter()).reveal()),
                ProfileReader.read(config.profile()),
                clock);
    }
}
