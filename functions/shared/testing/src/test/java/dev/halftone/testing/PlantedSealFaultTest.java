package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Legs;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.LineText;
import dev.halftone.core.seal.Root;
import dev.halftone.core.seal.RootKey;
import dev.halftone.core.seal.SignedRoot;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Goal: the harness sees. Method: chains with one fault each, and each must be noticed. */
class PlantedSealFaultTest {

    private static final int ENTRIES = 6;

    private final InMemoryStudio studio = new InMemoryStudio();
    private final Person person = Person.fresh();
    private final RootKey key = RootKeys.first();

    record Planted(String fault, Consumer<Chains.Chain> bend) {

        @Override
        public String toString() {
            return fault;
        }
    }

    static Stream<Planted> faults() {
        return Stream.of(
                new Planted("drops a line", chain -> chain.links.remove(2)),
                new Planted("drops the last line", chain -> chain.links.removeLast()),
                new Planted("swaps two lines", chain -> chain.links.add(chain.links.remove(1))),
                new Planted("repeats a line", chain -> chain.links.add(chain.links.getLast())),
                new Planted(
                        "seals an entry twice",
                        chain -> {
                            chain.head = chain.head.then(line(chain));
                            chain.links.add(
                                    new Chains.Link(
                                            chain.links.getLast().key(), chain.head.hash()));
                        }),
                new Planted(
                        "forks",
                        chain ->
                                chain.links.set(
                                        3,
                                        new Chains.Link(chain.links.get(3).key(), "0".repeat(64)))),
                new Planted(
                        "moves the head alone",
                        chain -> chain.head = Head.begin(chain.head.account())));
    }

    /** Anything under the key of the entry that was sealed last. */
    private static LineText line(Chains.Chain chain) {
        return new LineText(
                Samples.NOW,
                chain.links.getLast().key(),
                "GRANT",
                Legs.NONE,
                null,
                "welcome",
                null);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void noticesAChainThatIsNone(Planted planted) {
        sealed();

        planted.bend().accept(studio.chains.of(person.account()));

        assertThatThrownBy(() -> Provability.audit(studio.seals(), person.account(), key))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void noticesAnEntryThatIsNotSealed() {
        sealed();
        studio.ledger().grant(person.gift(ENTRIES + 1, 1));

        assertThatThrownBy(
                        () ->
                                Provability.auditAllSigned(
                                        studio.seals(), person.account(), journal(), key))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void noticesARootThatDoesNotFollow() {
        sealed();
        SignedRoot last = studio.seals().roots().latest().orElseThrow();
        studio.seals()
                .roots()
                .publish(
                        key.sign(
                                new Root(
                                        last.root().number() + 1,
                                        1,
                                        last.root().at(),
                                        "1".repeat(64),
                                        last.root().tree())),
                        List.of());

        assertThatThrownBy(() -> Provability.auditRoots(studio.seals().roots(), key))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void acceptsAChainThatIsOne() {
        sealed();

        Provability.auditAllSigned(studio.seals(), person.account(), journal(), key);
        Provability.auditRoots(studio.seals().roots(), key);

        assertThat(Provability.audit(studio.seals(), person.account(), key)).hasSize(ENTRIES);
    }

    private void sealed() {
        for (int number = 1; number <= ENTRIES; number++) {
            studio.ledger().grant(person.gift(number, 1));
        }
        studio.seals().seals().seal(person.account(), journal(), Samples.NOW);
        RootsContract.sign(studio.seals(), key, Samples.NOW);
    }

    private List<JournalEntry> journal() {
        return Conservation.journal(studio.ledger(), person.account()).reversed();
    }
}
