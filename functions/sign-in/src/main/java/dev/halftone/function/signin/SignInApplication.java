package dev.halftone.function.signin;

import dev.halftone.core.SigningKey;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.RenewSession;
import dev.halftone.core.account.SignIn;
import dev.halftone.core.profile.AcceptPolicy;
import dev.halftone.core.profile.Profile;
import dev.halftone.dynamodb.DynamoDbAccountEvents;
import dev.halftone.dynamodb.DynamoDbApiTokens;
import dev.halftone.dynamodb.DynamoDbClients;
import dev.halftone.dynamodb.DynamoDbEmailChanges;
import dev.halftone.dynamodb.DynamoDbIdentities;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.dynamodb.DynamoDbOwnRecords;
import dev.halftone.dynamodb.DynamoDbPrivacyRequests;
import dev.halftone.dynamodb.DynamoDbRateLimits;
import dev.halftone.dynamodb.DynamoDbSessions;
import dev.halftone.dynamodb.DynamoDbSignInAddresses;
import dev.halftone.dynamodb.DynamoDbSpentProofs;
import dev.halftone.dynamodb.DynamoDbSubscriptions;
import dev.halftone.dynamodb.DynamoDbUsers;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.HttpFunction;
import dev.halftone.lambda.Nobody;
import dev.halftone.lambda.ProfileReader;
import dev.halftone.lambda.RateGate;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import dev.halftone.mail.SesClients;
import dev.halftone.mail.SesMail;
import dev.halftone.secrets.SsmClients;
import dev.halftone.secrets.SsmSecrets;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Composes the function. */
public class SignInApplication extends FunctionApplication {
    @Override
    protected final Function<InputStream, byte[]> compose(Environment environment) {
        SignInConfig config = SignInConfig.from(environment);
        primeOutboundHttp();
        SignInPorts ports = ports(config);
        return new HttpFunction(
                routes(config, ports),
                RateGate.of(ports.limits(), signingKey(config, ports), ports.clock()));
    }

    /** The real adapters; tests put others in their place. */
    SignInPorts ports(SignInConfig config) {
        DynamoDbClient dynamoDb = DynamoDbClients.create();
        Profile profile = ProfileReader.read(config.profile());
        Clock clock = Environment.clock(Clock.systemUTC());
        return new SignInPorts(
                new DynamoDbSessions(dynamoDb, config.sessionsTable()),
                new DynamoDbRateLimits(dynamoDb, config.insightTable()),
                new DynamoDbApiTokens(dynamoDb, config.sessionsTable()),
                new DynamoDbSignInAddresses(dynamoDb, config.sessionsTable()),
                new DynamoDbSpentProofs(dynamoDb, config.insightTable()),
                primed(
                        new DynamoDbUsers(dynamoDb, config.accountsTable()),
                        users -> users.find(Nobody.USER)),
                new DynamoDbAccountEvents(dynamoDb, config.accountsTable()),
                new DynamoDbEmailChanges(dynamoDb, config.accountsTable()),
                primed(
                        new SesMail(
                                SesClients.create(),
                                new Email(config.mailSender()),
                                profile.brand().name()),
                        SesMail::prime),
                new DynamoDbPrivacyRequests(dynamoDb, config.accountsTable()),
                new DynamoDbOwnRecords(
                        dynamoDb,
                        config.sessionsTable(),
                        config.accountsTable(),
                        config.ledgerTable()),
                new DynamoDbIdentities(dynamoDb, config.accountsTable()),
                primed(
                        new DynamoDbLedger(dynamoDb, config.ledgerTable()),
                        ledger -> ledger.account(Nobody.ACCOUNT)),
                new DynamoDbSubscriptions(dynamoDb, config.ledgerTable()),
                primed(new SsmSecrets(SsmClients.create(), clock), SsmSecrets::prime),
                profile,
                new SecureEntropy(),
                clock);
    }

    private Map<String, Route> routes(SignInConfig config, SignInPorts ports) {
        PublicUrl publicUrl = new PublicUrl(ports.secrets(), config, ports.profile().signIn());
        SessionGuard guard =
                new SessionGuard(ports.sessions(), config.cookiePrefix(), publicUrl, ports.clock());
        RenewSession renewing = new RenewSession(ports.users(), ports.sessions(), ports.entropy());
        BrowserSessions browserSessions = browserSessions(config, ports, renewing);
        Me me = me(ports);
        Doors doors = primed(Doors.of(config, ports, publicUrl), Doors::prime);
        Notices notices = new Notices(ports.users(), ports.mail());
        AccountNews news = new AccountNews(ports.events(), notices, ports.clock());
        Arrivals arrivals = arrivals(ports, news, browserSessions);
        SignInFunction signInFunction =
                new SignInFunction(
                        ports.profile(),
                        guard,
                        config.ways(),
                        new RedirectSignIn(
                                doors.flows(), publicUrl, guard, browserSessions, arrivals),
                        new TokenSignIn(
                                doors.exchanges(),
                                doors.oneTaps(),
                                ports.spentProofs(),
                                guard,
                                browserSessions,
                                arrivals),
                        new LinkedWays(
                                ports.profile().signIn(),
                                ports.identities(),
                                guard,
                                browserSessions,
                                news),
                        browserSessions,
                        me);
        Map<String, Route> routes = new HashMap<>(signInFunction.routes());
        routes.putAll(OwnAccess.routes(ports, guard, browserSessions, renewing, news));
        routes.putAll(OwnAccount.routes(config, ports, guard, publicUrl, notices, me));
        return routes;
    }

    private static Arrivals arrivals(
            SignInPorts ports, AccountNews news, BrowserSessions sessions) {
        return new Arrivals(
                ports.identities(), ports.profile().signIn(), news, sessions, ports.clock());
    }

    private static BrowserSessions browserSessions(
            SignInConfig config, SignInPorts ports, RenewSession renewing) {
        return new BrowserSessions(
                new SignIn(ports.users(), ports.sessions(), ports.entropy()),
                renewing,
                ports.sessions(),
                new KeepAddress(ports.addresses(), ports.profile().addressLife(), ports.clock()),
                config.cookiePrefix(),
                ports.clock());
    }

    private static Me me(SignInPorts ports) {
        return new Me(
                ports.profile(),
                ports.users(),
                ports.ledger(),
                ports.subscriptions(),
                new AcceptPolicy(ports.profile(), ports.users(), ports.sessions(), ports.ledger()),
                ports.clock());
    }

    static Supplier<SigningKey> signingKey(SignInConfig config, SignInPorts ports) {
        return () ->
                SigningKey.ofBase64(ports.secrets().value(config.signingKeyParameter()).reveal());
    }
}
