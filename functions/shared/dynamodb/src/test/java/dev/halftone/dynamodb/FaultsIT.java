package dev.halftone.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.CreateOutcome;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.IdentityId;
import dev.halftone.core.account.LinkedIdentity;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.User;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.Submissions.StoreOutcome;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.dynamodb.FaultyHttpClient.Fault;
import dev.halftone.testing.Conservation;
import dev.halftone.testing.Samples;
import dev.halftone.testing.StudioPorts;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Goal: whatever the network does to a write, it has one effect and the caller hears the truth.
 * Method: the reply is dropped after the engine has committed, or contention is answered instead of
 * the engine, which never knows any.
 */
class FaultsIT {

    private static final int ACTIONS = 4;
    private static final int TRIES = 8;
    private static final Claim CLAIM = new Claim("worker");

    private final int person = ThreadLocalRandom.current().nextInt(1_000, Integer.MAX_VALUE);
    private final FaultyHttpClient network = new FaultyHttpClient(UrlConnectionHttpClient.create());
    private final DynamoDbClient client = TestStack.client(network);
    private final StudioPorts faulty = TestStack.studio(client);
    private final StudioPorts sound = TestStack.studio();

    @AfterEach
    void usesUpEveryFaultAndLeavesTheLedgerConserved() {
        assertThat(network.isUsedUp()).isTrue();
        Conservation.audit(sound.ledger(), Samples.accountId(person));
        client.close();
    }

    /** Everything that can hide from the client that its write was applied. */
    static Stream<Fault> appliedUnseen() {
        return Stream.of(
                Faults.lostReply(),
                Faults.internalError(true),
                Faults.conflictThoughApplied(ACTIONS));
    }

    @ParameterizedTest
    @MethodSource("appliedUnseen")
    void grantsOnceAndSaysSoThoughTheReplyIsLost(Fault fault) {
        network.next(Faults.TRANSACT_WRITE, fault);

        assertThat(faulty.ledger().grant(Samples.welcome(person, 25)))
                .isEqualTo(new GrantOutcome.Granted(new Credits(25)));

        assertThat(account().granted()).isEqualTo(new Credits(25));
    }

    @ParameterizedTest
    @MethodSource("appliedUnseen")
    void acceptsOnceAndSaysSoThoughTheReplyIsLost(Fault fault) {
        sound.ledger().grant(Samples.welcome(person, 4));
        Generation generation = generation();
        network.next(Faults.TRANSACT_WRITE, fault);

        assertThat(faulty.submissions().accept(generation, transfer(generation)))
                .isEqualTo(new StoreOutcome.Stored());

        assertThat(account().pending()).isEqualTo(new Credits(4));
        assertThat(counted(generation)).isEqualTo(generation.costs().counted().amount());
    }

    @ParameterizedTest
    @MethodSource("appliedUnseen")
    void settlesOnceAndSaysSoThoughTheReplyIsLost(Fault fault) {
        Generation before = accepted();
        network.next(Faults.TRANSACT_WRITE, fault);

        assertThat(faulty.settlements().settle(before, failed(before))).isTrue();

        assertThat(sound.generations().find(before.id())).contains(failed(before));
        assertThat(account().available()).isEqualTo(new Credits(25));
    }

    @Test
    void movesOnceAndSaysSoThoughTheReplyIsLost() {
        Generation before = accepted();
        Generation after = started(before);
        network.next(Faults.UPDATE, Faults.lostReply()).next(Faults.UPDATE, Faults.lostReply());

        assertThat(faulty.generations().move(before, after, CLAIM)).isTrue();

        assertThat(sound.generations().find(before.id())).contains(after);
        assertThat(network.sent(Faults.UPDATE)).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("appliedUnseen")
    void createsAUserOnceThoughTheReplyIsLost(Fault fault) {
        DynamoDbUsers users = new DynamoDbUsers(client, TestStack.table("AccountsTable"));
        Identity identity = Samples.identity(person);
        User user = Samples.user(person);
        network.next(Faults.TRANSACT_WRITE, fault);

        LinkedIdentity first =
                new LinkedIdentity(IdentityId.of(identity), "google", null, Samples.NOW);
        assertThat(users.create(identity, user, first)).isEqualTo(new CreateOutcome.Created(user));

        assertThat(users.findByIdentity(identity)).contains(user);
    }

    /** What its owner has spent in that month, as it is stored. */
    private static long counted(Generation generation) {
        Map<String, AttributeValue> key = SpentItem.key(generation.owner(), generation.createdAt());
        return SpentItem.read(
                        TestStack.client()
                                .getItem(
                                        get ->
                                                get.tableName(TestStack.table("StudioTable"))
                                                        .key(key))
                                .item(),
                        generation.createdAt())
                .month()
                .amount();
    }

    /** The process that lost the reply died; another one gets the same request. */
    @Test
    void answersARedeliveredSubmissionWithItsOriginal() {
        sound.ledger().grant(Samples.welcome(person, 4));
        Generation generation = generation();
        PendingTransfer transfer = transfer(generation);
        for (int attempt = 0; attempt < 4; attempt++) {
            network.next(Faults.TRANSACT_WRITE, Faults.lostReply());
        }

        assertThatThrownBy(() -> faulty.submissions().accept(generation, transfer))
                .isInstanceOf(TransientFailure.class);

        assertThat(sound.submissions().accept(generation, transfer))
                .isEqualTo(new StoreOutcome.AlreadyStored(generation));
        assertThat(account().pending()).isEqualTo(new Credits(4));
    }

    @Test
    void waitsOutConflictsOfATransaction() {
        sound.ledger().grant(Samples.welcome(person, 4));
        Generation generation = generation();
        for (int attempt = 1; attempt < TRIES; attempt++) {
            network.next(
                    Faults.TRANSACT_WRITE,
                    attempt % 2 == 0 ? Faults.conflict(ACTIONS) : Faults.throttledInside(ACTIONS));
        }

        assertThat(faulty.submissions().accept(generation, transfer(generation)))
                .isEqualTo(new StoreOutcome.Stored());

        assertThat(network.sent(Faults.TRANSACT_WRITE)).isEqualTo(TRIES);
    }

    @Test
    void failsForNowAfterEightConflictsAndMovesNothing() {
        Generation before = accepted();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            network.next(Faults.TRANSACT_WRITE, Faults.conflict(ACTIONS));
        }

        assertThatThrownBy(() -> faulty.settlements().settle(before, failed(before)))
                .isInstanceOf(TransientFailure.class);

        assertThat(network.sent(Faults.TRANSACT_WRITE)).isEqualTo(TRIES);
        assertThat(sound.generations().find(before.id())).contains(before);
        assertThat(account().pending()).isEqualTo(new Credits(4));
    }

    @Test
    void waitsOutAConflictOfTheFirstRead() {
        network.next(Faults.TRANSACT_GET, Faults.conflict(2));

        assertThat(
                        faulty.submissions()
                                .ground(Samples.generationId(person), Samples.accountId(person))
                                .existing())
                .isNull();
    }

    @Test
    void waitsOutAConflictOfAMoveWithATransaction() {
        Generation before = accepted();
        network.next(Faults.UPDATE, Faults.conflictOfOneItem());

        assertThat(faulty.generations().move(before, started(before), CLAIM)).isTrue();
    }

    static Stream<Fault> outages() {
        return Stream.of(
                Faults.throttled(),
                Faults.unreachable(),
                Faults.internalError(false),
                Faults.error(503, "ServiceUnavailable"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void failsForNowWhenTheTableDoesNotAnswer(Fault fault) {
        for (int attempt = 0; attempt < 4; attempt++) {
            network.next(Faults.GET, fault);
        }

        assertThatThrownBy(() -> faulty.ledger().account(Samples.accountId(person)))
                .isInstanceOf(TransientFailure.class);
    }

    @Test
    void failsForGoodWhenThereIsNoTable() {
        DynamoDbLedger ledger = new DynamoDbLedger(client, "halftone-none");

        assertThatThrownBy(() -> ledger.account(Samples.accountId(person)))
                .isInstanceOf(PermanentFailure.class);
    }

    @Test
    void readsAgainWhatABatchLeftUnread() {
        SessionToken token = new SessionToken(Samples.userId(person), "x".repeat(43));
        String table = TestStack.table("SessionsTable");
        DynamoDbSessions sessions = new DynamoDbSessions(client, table);
        Session session = Session.open(token, Samples.accountId(person), Instant.now());
        sessions.open(session);
        network.next(
                Faults.BATCH_GET,
                Faults.unprocessed(
                        table, "USER#" + token.user(), "SESSION#" + session.tokenHash()));

        assertThat(sessions.find(token)).isPresent();
    }

    @Test
    void refusesAnItemOfANewerSchemaVersion() {
        Generation generation = accepted();
        client.updateItem(
                update ->
                        update.tableName(TestStack.table("StudioTable"))
                                .key(GenerationItem.key(generation.id()))
                                .updateExpression("SET v = :v")
                                .expressionAttributeValues(Map.of(":v", Attributes.n(2))));

        assertThatThrownBy(() -> faulty.generations().find(generation.id()))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("newer schema version");

        // No other test of these tables should meet it.
        client.deleteItem(
                delete ->
                        delete.tableName(TestStack.table("StudioTable"))
                                .key(GenerationItem.key(generation.id())));
    }

    private Account account() {
        return sound.ledger().account(Samples.accountId(person)).orElseThrow();
    }

    private Generation generation() {
        return Samples.generation(person, person, 4);
    }

    private Generation accepted() {
        sound.ledger().grant(Samples.welcome(person, 25));
        Generation generation = generation();
        sound.submissions().accept(generation, transfer(generation));
        return generation;
    }

    private PendingTransfer transfer(Generation generation) {
        DrawOutcome drawn = account().draw(generation.price().credits(), generation.createdAt());
        return Samples.transfer(generation, ((DrawOutcome.Drawn) drawn).drawing());
    }

    private static Generation started(Generation before) {
        return before.on(
                        new GenerationEvent.SubmissionStarted(
                                Samples.NOW.plusSeconds(60), Samples.NOW))
                .orElseThrow();
    }

    private static Generation failed(Generation before) {
        return before.on(
                        new GenerationEvent.GivenUp(
                                FailureReason.TIMEOUT, "late", Samples.NOW.plusSeconds(600)))
                .orElseThrow();
    }
}
