package dev.halftone.local.journey;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.dynamodb.DynamoDbUsers;
import dev.halftone.local.LocalConfig;
import dev.halftone.template.Resolver;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The ledger of a running studio, for what no page gives a person yet. */
final class LedgerAccess {

    private static final String NOBODY = "nobody";

    private final DynamoDbClient client;
    private final DynamoDbLedger ledger;
    private final DynamoDbUsers users;

    LedgerAccess(LocalConfig config) {
        this.client =
                DynamoDbClient.builder()
                        .endpointOverride(
                                URI.create("http://127.0.0.1:" + config.ports().dynamoDb()))
                        .region(Region.of(Resolver.REGION))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(NOBODY, NOBODY)))
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
        this.ledger = new DynamoDbLedger(client, "halftone-LedgerTable");
        this.users = new DynamoDbUsers(client, "halftone-AccountsTable");
    }

    GrantOutcome grant(UserId user, Function<AccountId, Grant> grant) {
        return ledger.grant(grant.apply(users.find(user).orElseThrow().account()));
    }

    /** Every item of every table, as text. */
    List<String> items() {
        return client.listTables().tableNames().stream()
                .flatMap(
                        table ->
                                client
                                        .scanPaginator(scan -> scan.tableName(table))
                                        .items()
                                        .stream())
                .map(Map::toString)
                .toList();
    }
}
