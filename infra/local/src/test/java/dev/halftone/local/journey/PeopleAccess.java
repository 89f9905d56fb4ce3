package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.ApiToken;
import dev.halftone.core.account.ApiTokenSecret;
import dev.halftone.core.account.Scope;
import dev.halftone.core.account.UserId;
import dev.halftone.core.account.UserState;
import dev.halftone.dynamodb.DynamoDbApiTokens;
import dev.halftone.dynamodb.DynamoDbSessions;
import dev.halftone.dynamodb.DynamoDbUsers;
import dev.halftone.template.Resolver;
import dev.halftone.testing.SeededEntropy;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What an operator does to people, and what people do in another hour, in a running studio. */
final class PeopleAccess {
    private static final String NOBODY = "nobody";
    private static final String SESSIONS = "halftone-SessionsTable";

    private final DynamoDbSessions sessions;
    private final DynamoDbApiTokens tokens;
    private final DynamoDbUsers users;
    private final Instant now;

    private PeopleAccess(URI tables, Instant now) {
        DynamoDbClient client =
                DynamoDbClient.builder()
                        .endpointOverride(tables)
                        .region(Region.of(Resolver.REGION))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(NOBODY, NOBODY)))
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
        this.sessions = new DynamoDbSessions(client, SESSIONS);
        this.tokens = new DynamoDbApiTokens(client, SESSIONS);
        this.users = new DynamoDbUsers(client, "halftone-AccountsTable");
        this.now = now;
    }

    static PeopleAccess halftone() {
        RunningStudio studio = RunningStudio.halftone();
        return new PeopleAccess(studio.tables(), studio.now());
    }

    void put(UserId user, UserState.Standing standing) {
        sessions.changeStanding(user, standing);
    }

    void makeOperator(UserId user) {
        sessions.changeRole(user, UserState.Role.OPERATOR);
    }

    /** What a program of this person shows. */
    String token(UserId user, Set<Scope> scopes) {
        AccountId account = users.find(user).orElseThrow().account();
        ApiTokenSecret secret =
                ApiTokenSecret.fresh(
                        user, new SeededEntropy(UUID.randomUUID().getMostSignificantBits()));
        ApiToken token =
                new ApiToken(
                        user,
                        account,
                        secret.hash(),
                        "A program",
                        scopes,
                        now,
                        now.plus(ApiToken.LIFE_USUAL),
                        null,
                        secret.lastFour());
        assertThat(tokens.create(token, now)).isTrue();
        return secret.text();
    }
}
