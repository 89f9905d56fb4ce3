package dev.halftone.local.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Digest;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.SignInAddress;
import dev.halftone.core.account.UserId;
import dev.halftone.core.account.UserState;
import dev.halftone.core.asset.AddOutcome;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetLimits;
import dev.halftone.core.asset.AssetName;
import dev.halftone.core.asset.AssetSource;
import dev.halftone.core.asset.AssetState;
import dev.halftone.core.asset.AssetType;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.BatchId;
import dev.halftone.core.batch.BatchState;
import dev.halftone.core.batch.ParsedSheet;
import dev.halftone.core.batch.PauseReason;
import dev.halftone.core.brief.BriefId;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.catalogue.Ceilings.Ceiling;
import dev.halftone.core.catalogue.Format;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.Admission;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.Course;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.Guidance;
import dev.halftone.core.generation.Input;
import dev.halftone.core.generation.Section;
import dev.halftone.core.generation.Setback;
import dev.halftone.core.generation.Settings;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.Expiry;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.FreezeOutcome;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.GrantSource;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.LateRefund;
import dev.halftone.core.ledger.RefundOutcome;
import dev.halftone.core.project.ProjectId;
import dev.halftone.core.seal.Checkpoint;
import dev.halftone.core.seal.LineText;
import dev.halftone.core.seal.SignRoot;
import dev.halftone.dynamodb.DynamoDbAssets;
import dev.halftone.dynamodb.DynamoDbBatches;
import dev.halftone.dynamodb.DynamoDbCheckpoints;
import dev.halftone.dynamodb.DynamoDbCorrections;
import dev.halftone.dynamodb.DynamoDbGenerations;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.dynamodb.DynamoDbRoots;
import dev.halftone.dynamodb.DynamoDbSeals;
import dev.halftone.dynamodb.DynamoDbSessions;
import dev.halftone.dynamodb.DynamoDbSettlements;
import dev.halftone.dynamodb.DynamoDbSignInAddresses;
import dev.halftone.dynamodb.DynamoDbSubmissions;
import dev.halftone.testing.AssetSamples;
import dev.halftone.testing.BatchSamples;
import dev.halftone.testing.Conservation;
import dev.halftone.testing.RootKeys;
import dev.halftone.testing.Samples;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the ledger can hold and one visit does not come across: credits that are bought, expire,
 * wait for room, are refunded late or frozen, and work that was given up. What a person can cause
 * in seconds belongs to {@link Journey}.
 */
final class Corners {
    static final String INTERNET = "203.0.113.177";
    private static final String SESSIONS = "halftone-SessionsTable";
    private static final String STUDIO = "halftone-StudioTable";
    private static final String LEDGER = "halftone-LedgerTable";
    private static final int PERSON = 71;
    static final String HOST = "typedhost5f3a91.example.org";
    static final AccountId ACCOUNT = Samples.accountId(PERSON);
    static final AccountId FORGED = Samples.accountId(PERSON + 1);
    private static final Ceiling MUCH =
            new Ceiling(new MicroDollars(1L << 60), new MicroDollars(1L << 60));
    // What others have spent is nothing to it.
    private static final Ceilings BOUNDLESS = new Ceilings(MUCH, MUCH);
    private static final Instant EXPIRES_AT = Samples.NOW.plus(Duration.ofHours(1));
    private static final Instant LATER = EXPIRES_AT.plusSeconds(1);

    private final DynamoDbClient client;
    private final DynamoDbLedger ledger;
    private final DynamoDbCorrections corrections;

    Corners(DynamoDbClient client) {
        this.client = client;
        this.ledger = new DynamoDbLedger(client, LEDGER);
        this.corrections = new DynamoDbCorrections(client, LEDGER);
    }

    /** Answers a generation that was given up. */
    GenerationId reach(AccountId charged, GenerationId delivered) {
        assertThat(ledger.grant(purchase(1))).isInstanceOf(GrantOutcome.Granted.class);
        Generation late = draw(Samples.generation(1, PERSON, 4), Samples.NOW);
        Generation failed =
                late.on(new GenerationEvent.GivenUp(FailureReason.TIMEOUT, "test", LATER))
                        .orElseThrow();
        assertThat(new DynamoDbSettlements(client, STUDIO, LEDGER).settle(late, failed)).isTrue();
        draw(Samples.generation(2, PERSON, 4), LATER);
        tire(draw(everythingAskedFor().admitted(new Admission(null, "dear")), LATER));
        subscribe();
        assertThat(corrections.freeze(ACCOUNT, new FreezeCause("dispute:sandbox:dp_1"), LATER))
                .isInstanceOf(FreezeOutcome.Frozen.class);
        fillEveryBucket();
        assertThat(ledger.grant(purchase(2))).isInstanceOf(GrantOutcome.Waiting.class);
        LateRefund refund =
                new LateRefund(
                        charged, delivered.transfer(), new Credits(1), "invalid_result", LATER);
        assertThat(corrections.refund(refund)).isInstanceOf(RefundOutcome.Refunded.class);
        return failed.id();
    }

    /** Somebody of the operator's, from an address that no other thing here has. */
    void signInFromAKnownAddress() {
        Instant until = Instant.now().plus(Samples.ADDRESS_LIFE);
        new DynamoDbSignInAddresses(client, SESSIONS)
                .keep(
                        new SignInAddress(
                                Samples.userId(PERSON), "ses_" + "7".repeat(32), INTERNET, until));
        new DynamoDbSessions(client, SESSIONS)
                .changeRole(Samples.userId(PERSON), UserState.Role.OPERATOR);
    }

    /** Something that was to be fetched from an address. */
    void bringFromElsewhere() {
        Instant now = Samples.NOW;
        Asset asset =
                new Asset(
                        AssetSamples.id(Samples.userId(PERSON), 1),
                        Samples.userId(PERSON),
                        AssetName.of("photo.jpg"),
                        new AssetSource.Web(HOST, Digest.sha256Hex(HOST)),
                        now,
                        new AssetState.Awaited(now.plus(AssetLimits.AWAITED_MAX)));
        assertThat(new DynamoDbAssets(client, STUDIO).add(asset, new StorageQuota(100_000_000, 10)))
                .isInstanceOf(AddOutcome.Added.class);
    }

    /** Of somebody who has too few credits for it, and buys none before tomorrow. */
    void pauseATable() {
        DynamoDbBatches batches = new DynamoDbBatches(client, STUDIO);
        Instant now = Instant.now();
        UserId owner = Samples.userId(PERSON);
        ParsedSheet parsed = BatchSamples.parsed(1);
        BatchId id = new BatchId("bat_0123456789abcdef0123456789abcdef");
        Batch draft = BatchSamples.draft(id, owner, parsed, now);
        assertThat(batches.store(draft, parsed.rows())).isTrue();
        Instant tomorrow = now.plus(Duration.ofDays(1));
        BatchState paused = new BatchState.Paused(PauseReason.INSUFFICIENT_CREDITS, now, tomorrow);
        Batch started = BatchSamples.running(draft, 0, tomorrow);
        assertThat(batches.move(draft, started, batches.lane(owner))).isTrue();
        Batch after = BatchSamples.in(started, paused, tomorrow);
        assertThat(batches.move(started, after, batches.lane(owner))).isTrue();
    }

    /** So many that one visit can order from every provider, which no welcome pays for. */
    void giveEnough() {
        AccountId visitor =
                client
                        .scan(
                                scan ->
                                        scan.tableName(LEDGER)
                                                .filterExpression("sk = :account")
                                                .expressionAttributeValues(
                                                        Map.of(
                                                                ":account",
                                                                AttributeValue.fromS("ACCOUNT"))))
                        .items()
                        .stream()
                        .map(
                                item ->
                                        Objects.requireNonNull(item.get("pk"))
                                                .s()
                                                .substring("ACCOUNT#".length()))
                        .map(AccountId::new)
                        .findFirst()
                        .orElseThrow();
        Grant gift =
                new Grant(
                        visitor,
                        new BusinessKey("gift:sandbox:2"),
                        GrantSource.OPERATOR,
                        new Credits(500),
                        Instant.now());
        assertThat(ledger.grant(gift)).isInstanceOf(GrantOutcome.Granted.class);
    }

    /** Credits whose time was over long ago, on whatever day this runs. */
    void giveWhatEnds() {
        Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
        Grant promotion =
                new Grant(
                                ACCOUNT,
                                new BusinessKey("promotion:sandbox:1"),
                                GrantSource.OPERATOR,
                                new Credits(3),
                                longAgo)
                        .expiring(Expiry.at(longAgo.plusSeconds(60)));
        assertThat(ledger.grant(promotion)).isInstanceOf(GrantOutcome.Granted.class);
    }

    /** Somebody helped himself, long ago, on whatever day this runs. */
    void forge() {
        Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
        Grant gift =
                new Grant(
                        FORGED,
                        new BusinessKey("gift:sandbox:1"),
                        GrantSource.OPERATOR,
                        new Credits(3),
                        longAgo);
        assertThat(ledger.grant(gift)).isInstanceOf(GrantOutcome.Granted.class);
        prove(FORGED, longAgo);
        client.updateItem(
                update ->
                        update.tableName(LEDGER)
                                .key(
                                        Map.of(
                                                "pk", AttributeValue.fromS("ACCOUNT#" + FORGED),
                                                "sk", AttributeValue.fromS("ACCOUNT")))
                                .updateExpression("SET used = used - :n, given = given + :n")
                                .expressionAttributeValues(
                                        Map.of(":n", AttributeValue.fromN("1"))));
    }

    /** Lines are sealed and signed, audited, and some of them removed long after. */
    private void prove(AccountId account, Instant at) {
        DynamoDbSeals seals = new DynamoDbSeals(client, LEDGER);
        DynamoDbRoots roots = new DynamoDbRoots(client, LEDGER);
        List<JournalEntry> lines = Conservation.journal(ledger, account).reversed();
        seals.seal(account, lines, at);
        Clock clock = Clock.fixed(at, ZoneOffset.UTC);
        assertThat(new SignRoot(seals, roots, RootKeys::first, clock).sign(Instant.MAX).roots())
                .isPositive();
        Checkpoint checkpoint = Checkpoint.begin(account).then(LineText.of(lines.getFirst()));
        DynamoDbCheckpoints checkpoints = new DynamoDbCheckpoints(client, LEDGER);
        checkpoints.audited(checkpoint);
        checkpoints.retain(RootKeys.first().sign(checkpoint));
    }

    private static Grant purchase(int number) {
        return Grant.bought(
                        ACCOUNT,
                        new BusinessKey("purchase:sandbox:cs_" + number),
                        GrantSource.PURCHASE,
                        new Credits(10),
                        new Cost(500, "EUR"),
                        Samples.NOW)
                .expiring(Expiry.shownIn("cs_" + number, EXPIRES_AT))
                .effective(Samples.NOW.minusSeconds(1));
    }

    /** A film that is heard, with all that can be said of one. */
    private static Generation everythingAskedFor() {
        Generation like = Samples.generation(3, PERSON, 1);
        GenerationRequest request =
                new GenerationRequest(
                        Samples.VIDEO_MODEL,
                        "A boat " + Journey.PROMPT,
                        new Format.Film(
                                new AspectRatio(16, 9),
                                Resolution.P720,
                                Duration.ofSeconds(4),
                                true),
                        new Settings(
                                "no " + Journey.PROMPT,
                                7,
                                List.of(
                                        new Input(
                                                InputRole.FIRST_FRAME,
                                                AssetSamples.id(like.owner(), 1),
                                                AssetType.PNG)),
                                true,
                                "like " + Journey.PROMPT,
                                "a boat " + Journey.PROMPT,
                                fromTheLibrary()));
        return new Generation(
                like.id(),
                like.owner(),
                like.account(),
                request,
                like.price(),
                like.createdAt(),
                like.deadline(),
                like.trace(),
                like.assignment(),
                like.costs());
    }

    private static Guidance fromTheLibrary() {
        return new Guidance(
                new ProjectId("prj_" + "1".repeat(32)),
                "in " + Journey.PROMPT,
                new Guidance.Cast(
                        new BriefId("brf_" + "1".repeat(32)),
                        1,
                        "Mina " + Journey.PROMPT,
                        "a cat " + Journey.PROMPT),
                Map.of(Section.STYLE, "as " + Journey.PROMPT));
    }

    /** Its provider is busy for so long that not every step is kept. */
    private void tire(Generation accepted) {
        Generation tired = accepted;
        for (int times = 0; times < Course.STEPS_MAX / 2; times++) {
            tired =
                    tired.on(new GenerationEvent.SubmissionStarted(LATER, LATER))
                            .orElseThrow()
                            .on(new GenerationEvent.SubmissionPostponed(LATER, Setback.BUSY, LATER))
                            .orElseThrow();
        }
        assertThat(
                        new DynamoDbGenerations(client, STUDIO)
                                .move(accepted, tired, new Claim("corners")))
                .isTrue();
    }

    private Generation draw(Generation generation, Instant at) {
        Account account = ledger.account(ACCOUNT).orElseThrow();
        DrawOutcome.Drawn drawn =
                (DrawOutcome.Drawn) account.draw(generation.price().credits(), at);
        new DynamoDbSubmissions(client, STUDIO, LEDGER, BOUNDLESS, Plans.OPEN)
                .accept(generation, Samples.transfer(generation, drawn.drawing()));
        return generation;
    }

    /** Whoever will sell plans says it so. */
    private void subscribe() {
        client.updateItem(
                update ->
                        update.tableName(LEDGER)
                                .key(
                                        Map.of(
                                                "pk", AttributeValue.fromS("ACCOUNT#" + ACCOUNT),
                                                "sk", AttributeValue.fromS("ACCOUNT")))
                                .updateExpression("SET #plan = :plan")
                                .expressionAttributeNames(Map.of("#plan", "plan"))
                                .expressionAttributeValues(
                                        Map.of(":plan", AttributeValue.fromS("dear"))));
    }

    /** Forty purchases would take forty transactions. */
    private void fillEveryBucket() {
        Map<String, AttributeValue> key =
                Map.of(
                        "pk", AttributeValue.fromS("ACCOUNT#" + ACCOUNT),
                        "sk", AttributeValue.fromS("ACCOUNT"));
        Map<String, AttributeValue> item =
                new HashMap<>(client.getItem(get -> get.tableName(LEDGER).key(key)).item());
        AttributeValue shelf = item.getOrDefault("buckets", AttributeValue.fromM(Map.of()));
        AttributeValue bucket = shelf.m().values().iterator().next();
        Map<String, AttributeValue> full = new HashMap<>(shelf.m());
        for (int number = full.size(); number < Account.BUCKETS_MAX; number++) {
            full.put("g%024x".formatted(number), bucket);
        }
        item.put("buckets", AttributeValue.fromM(full));
        client.putItem(put -> put.tableName(LEDGER).item(item));
    }
}
