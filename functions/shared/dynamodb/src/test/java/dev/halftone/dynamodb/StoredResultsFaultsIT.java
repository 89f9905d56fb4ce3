package dev.halftone.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.asset.StorageUse;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.dynamodb.FaultyHttpClient.Fault;
import dev.halftone.testing.Person;
import dev.halftone.testing.Samples;
import dev.halftone.testing.StudioPorts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the network does to a delivery or a removal changes nothing about what it counts. */
class StoredResultsFaultsIT {

    private static final int ACTIONS = 2;
    private static final Claim CLAIM = new Claim("worker");

    private final FaultyHttpClient network = new FaultyHttpClient(UrlConnectionHttpClient.create());
    private final DynamoDbClient client = TestStack.client(network);
    private final StudioPorts faulty = TestStack.studio(client);
    private final StudioPorts sound = TestStack.studio();
    private final Person person = Person.fresh();

    @AfterEach
    void usesUpEveryFault() {
        assertThat(network.isUsedUp()).isTrue();
        client.close();
    }

    /** Everything that can hide from the client that its write was applied. */
    static Stream<Fault> appliedUnseen() {
        return Stream.of(
                Faults.lostReply(),
                Faults.internalError(true),
                Faults.conflictThoughApplied(ACTIONS));
    }

    // Protects: a delivery whose answer is lost takes storage once.
    @ParameterizedTest
    @MethodSource("appliedUnseen")
    void countsADeliveryOnce(Fault fault) {
        Generation before = accepted();
        network.next(Faults.TRANSACT_WRITE, fault);

        assertThat(faulty.settlements().settle(before, succeeded(before))).isTrue();

        assertThat(use()).isEqualTo(new StorageUse(1_234, 0));
    }

    // Protects: a removal whose answer is lost gives storage back once.
    @ParameterizedTest
    @MethodSource("appliedUnseen")
    void givesBackARemovalOnce(Fault fault) {
        Generation before = accepted();
        Generation made = succeeded(before);
        sound.settlements().settle(before, made);
        Generation after = made.on(new GenerationEvent.Removed(person.now())).orElseThrow();
        network.next(Faults.TRANSACT_WRITE, fault);

        assertThat(faulty.generations().move(made, after, CLAIM)).isTrue();

        assertThat(use()).isEqualTo(StorageUse.NOTHING);
    }

    private StorageUse use() {
        return new DynamoDbAssets(TestStack.client(), TestStack.table("StudioTable"))
                .use(person.user());
    }

    private Generation accepted() {
        sound.ledger().grant(person.welcome(25));
        Generation generation = person.generation(1, 4);
        DrawOutcome drawn =
                sound.ledger()
                        .account(person.account())
                        .orElseThrow()
                        .draw(generation.price().credits(), generation.createdAt());
        sound.submissions()
                .accept(
                        generation,
                        Samples.transfer(generation, ((DrawOutcome.Drawn) drawn).drawing()));
        return generation;
    }

    private static Generation succeeded(Generation before) {
        return before.on(
                        new GenerationEvent.DeliveredAtOnce(
                                Samples.providerRequest(1),
                                List.of(Samples.media(before, 0)),
                                before.createdAt().plusSeconds(20)))
                .orElseThrow();
    }
}
