package dev.halftone.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.seal.RootKey;
import dev.halftone.core.seal.SignRoot;
import dev.halftone.dynamodb.FaultyHttpClient.Fault;
import dev.halftone.testing.Conservation;
import dev.halftone.testing.Person;
import dev.halftone.testing.Provability;
import dev.halftone.testing.RootKeys;
import dev.halftone.testing.SealPorts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Goal: whatever the network does to a write, a chain has one line for each entry and a number has
 * one root. Method: a fault in front of each write of sealing and signing.
 */
class SealFaultsIT {

    private static final int ACTIONS = 7;
    private static final int TRIES = 8;
    private static final String PUT = "PutItem";

    private final FaultyHttpClient network = new FaultyHttpClient(UrlConnectionHttpClient.create());
    private final DynamoDbClient client = TestStack.client(network);
    private final SealPorts faulty = TestStack.seals(client);
    private final SealPorts sound = TestStack.seals();
    private final Person person = Person.fresh();
    private final RootKey key = RootKeys.first();

    @BeforeEach
    void writesThreeLines() {
        sign(sound);
        for (int number = 1; number <= 3; number++) {
            TestStack.studio().ledger().grant(person.gift(number, 1));
        }
    }

    @AfterEach
    void usesUpEveryFaultAndLeavesAChainAndItsRoots() {
        assertThat(network.isUsedUp()).isTrue();
        Provability.audit(sound, person.account(), key);
        Provability.auditRoots(sound.roots(), key);
        client.close();
    }

    /** Everything that can hide from the client that its write was applied. */
    static Stream<Fault> appliedUnseen() {
        return Stream.of(
                Faults.lostReply(),
                Faults.internalError(true),
                Faults.conflictThoughApplied(ACTIONS));
    }

    /** Protects: a chain has each line once though nobody heard that it was written. */
    @ParameterizedTest
    @MethodSource("appliedUnseen")
    void sealsOnceThoughTheReplyIsLost(Fault fault) {
        network.next(Faults.TRANSACT_WRITE, fault);

        seal(faulty);

        assertThat(Provability.audit(sound, person.account(), key)).hasSize(3);
    }

    /** Protects: another sealer between reading and writing makes no fork. */
    @Test
    void sealsTheRestIfAnotherWasFaster() {
        network.next(
                Faults.TRANSACT_WRITE,
                new Fault.Meanwhile(
                        () ->
                                sound.seals()
                                        .seal(
                                                person.account(),
                                                journal().subList(1, 2),
                                                person.now())));

        assertThat(seal(faulty)).isEqualTo(2);

        assertThat(Provability.audit(sound, person.account(), key))
                .containsExactly(
                        journal().get(1).key(), journal().get(0).key(), journal().get(2).key());
    }

    /** Protects: a storm is not an answer; the news of the lines is brought again. */
    @Test
    void failsForNowAfterEightConflictsAndSealsNothing() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            network.next(Faults.TRANSACT_WRITE, Faults.conflict(ACTIONS));
        }

        assertThatThrownBy(() -> seal(faulty)).isInstanceOf(TransientFailure.class);

        assertThat(sound.seals().head(person.account())).isEmpty();
    }

    /** Protects: a root is published once though nobody heard that it was. */
    @Test
    void publishesOnceThoughTheReplyIsLost() {
        seal(sound);
        long before = number();
        // The first is the key, which is there already; the second is the root.
        network.next(PUT, Faults.lostReply()).next(PUT, Faults.lostReply());

        sign(faulty);

        assertThat(number()).isEqualTo(before + 1);
        assertSigned();
    }

    /** Protects: a signer that lost the number to another takes the next, on top of it. */
    @Test
    void takesTheNextNumberIfAnotherWasFaster() {
        seal(sound);
        long before = number();
        network.next(Faults.TRANSACT_WRITE, new Fault.Meanwhile(() -> sign(sound, 1)));

        sign(faulty);

        assertThat(number()).isEqualTo(before + 2);
        assertSigned();
    }

    /** Protects: proofs and notes that are written twice are the same. */
    @Test
    void provesThoughEveryOtherReplyIsLost() {
        seal(sound);
        network.next(Faults.TRANSACT_WRITE, Faults.lostReply())
                .next(Faults.UPDATE, Faults.lostReply());

        sign(faulty);

        assertSigned();
    }

    private int seal(SealPorts ports) {
        return ports.seals().seal(person.account(), journal(), person.now());
    }

    private void sign(SealPorts ports) {
        sign(ports, 0);
    }

    /** Two roots of the same heads at the same moment would be one. */
    private void sign(SealPorts ports, int millis) {
        Clock clock = Clock.fixed(person.now().plusMillis(millis), ZoneOffset.UTC);
        new SignRoot(ports.seals(), ports.roots(), () -> key, clock).sign(Instant.MAX);
    }

    private void assertSigned() {
        Provability.auditAllSigned(sound, person.account(), journal(), key);
    }

    private long number() {
        return sound.roots().latest().map(signed -> signed.root().number()).orElse(0L);
    }

    private List<JournalEntry> journal() {
        return Conservation.journal(TestStack.studio().ledger(), person.account()).reversed();
    }
}
