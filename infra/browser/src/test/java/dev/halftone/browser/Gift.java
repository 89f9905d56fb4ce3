package dev.halftone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.GrantSource;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.dynamodb.DynamoDbUsers;
import dev.halftone.template.Resolver;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Credits for what costs more than a newcomer has, as long as the page sells none. */
final class Gift {

    private static final String NOBODY = "nobody";

    private Gift() {}

    /** Gives whoever is on the page so many credits more; the page is then asked for again. */
    static void give(Visit visit, Page page, long credits) {
        String me = page.request().get(visit.home().resolve("/v1/me").toString()).text();
        UserId user = new UserId(me.replaceAll("(?s).*\"user\":\\{\"id\":\"([^\"]+)\".*", "$1"));
        try (DynamoDbClient client = client()) {
            AccountId account =
                    new DynamoDbUsers(client, "halftone-AccountsTable")
                            .find(user)
                            .orElseThrow()
                            .account();
            Grant gift =
                    new Grant(
                            account,
                            new BusinessKey("gift:" + account),
                            GrantSource.WELCOME,
                            new Credits(credits),
                            Instant.now().truncatedTo(ChronoUnit.MILLIS));
            assertThat(new DynamoDbLedger(client, "halftone-LedgerTable").grant(gift))
                    .isInstanceOf(GrantOutcome.Granted.class);
        }
        page.reload();
    }

    private static DynamoDbClient client() {
        return DynamoDbClient.builder()
                .endpointOverride(RunningStudio.tables())
                .region(Region.of(Resolver.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(NOBODY, NOBODY)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
