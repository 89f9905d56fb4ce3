package dev.halftone.bench;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Expiry;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantSource;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.engines.DynamoDbEngine;
import dev.halftone.engines.Engine;
import dev.halftone.template.Stack;
import dev.halftone.template.StackTables;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The deployed tables in an engine of their own, in memory. */
final class Tables implements AutoCloseable {

    static final String STUDIO = "halftone-StudioTable";
    static final String LEDGER = "halftone-LedgerTable";
    static final String INSIGHT = "halftone-InsightTable";

    private static final Duration LIFE = Duration.ofDays(3650);
    private static final long PLENTY = 1_000_000_000;

    private final DynamoDbEngine engine = DynamoDbEngine.start(null, 0);
    private final DynamoDbClient client = client(List.of());
    private final AtomicInteger accounts = new AtomicInteger();

    Tables() {
        StackTables.create(Stack.inRepository("infra/data.yaml"), client);
    }

    DynamoDbClient client() {
        return client;
    }

    /** Another client of the same tables, watched. */
    DynamoDbClient client(List<ExecutionInterceptor> watchers) {
        return DynamoDbClient.builder()
                .endpointOverride(engine.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        Engine.ACCESS_KEY_ID, Engine.SECRET_ACCESS_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(override -> override.executionInterceptors(watchers))
                .build();
    }

    /** A new account with so many live grants, each of which would do. */
    AccountId account(int grants) {
        int number = accounts.incrementAndGet();
        AccountId account = Samples.accountId(number);
        DynamoDbLedger ledger = new DynamoDbLedger(client, LEDGER);
        for (int grant = 0; grant < grants; grant++) {
            ledger.grant(
                    Grant.bought(
                                    account,
                                    new BusinessKey("invoice:" + account + ":" + grant),
                                    GrantSource.SUBSCRIPTION,
                                    new Credits(PLENTY),
                                    new Cost(999, "USD"),
                                    Samples.NOW)
                            .expiring(
                                    Expiry.shownIn(
                                            "cs_" + grant,
                                            Samples.NOW.plus(LIFE).plusMillis(grant))));
        }
        return account;
    }

    List<AccountId> accounts(int count) {
        return Stream.generate(() -> account(1)).limit(count).toList();
    }

    @Override
    public void close() {
        client.close();
        engine.close();
    }
}
