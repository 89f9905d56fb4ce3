package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.seal.Checkpoint;
import dev.halftone.core.seal.FilePage;
import dev.halftone.core.seal.LineText;
import dev.halftone.core.seal.ReadProof;
import dev.halftone.core.seal.ReadRoots;
import dev.halftone.core.seal.RootKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** Goal: the files are what is on paper, however they are cut. Method: records, line by line. */
class StatementFileTest {

    private static final int PAGES_MAX = 20;
    private static final String KEY =
            "key 06e3fd8fda29bb60 MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private final InMemoryStudio studio = new InMemoryStudio();
    private final Person person = Person.fresh();
    private final RootKey key = RootKeys.first();

    /** Protects: every record of the file, in its order and with its words. */
    @Test
    void writesEveryRecordInItsOrder() {
        written(2);
        sign();
        written(3);

        List<String> records = statement(100).getFirst().text().lines().toList();

        assertThat(records).hasSize(8);
        assertThat(records.subList(0, 3))
                .containsExactly("halftone-statement 1", "account " + person.account(), KEY);
        assertThat(records.subList(3, 6))
                .allMatch(record -> record.matches("line [123] [0-9a-f]{64} \\{\"at\":\".*}"));
        assertThat(records.get(6))
                .matches("root 06e3fd8fda29bb60 [A-Za-z0-9+/]{86}== \\{\"accounts\":1,.*}");
        assertThat(records.get(7)).matches("proof 2 [0-9a-f]{64}");
    }

    /** Protects: the pieces put together are the file, at every cut. */
    @Test
    void isTheSameFileInWhateverPieces() {
        written(7);
        sign();
        String whole = statement(100).getFirst().text();

        for (int lines = 1; lines <= 8; lines++) {
            List<FilePage> pieces = statement(lines);
            assertThat(pieces).hasSize((7 + lines - 1) / lines);
            assertThat(String.join("", pieces.stream().map(FilePage::text).toList()))
                    .isEqualTo(whole);
        }
    }

    /** Protects: before the first root there is nothing to prove, and the file says no more. */
    @Test
    void hasNoProofBeforeTheFirstRoot() {
        written(1);

        assertThat(statement(100).getFirst().text().lines())
                .hasSize(4)
                .noneMatch(record -> record.startsWith("root") || record.startsWith("proof"));
    }

    /** Protects: a line that is gone is a number that is missing, and nothing takes its place. */
    @Test
    void leavesOutALineThatIsGone() {
        written(3);
        studio.lose(person.account(), journal().get(1).key());

        assertThat(statement(100).getFirst().text().lines().filter(each -> each.startsWith("line")))
                .hasSize(2)
                .noneMatch(record -> record.startsWith("line 2 "));
    }

    /** Protects: whoever removes lines leaves their sum, signed, and the file begins after it. */
    @Test
    void beginsAtTheCheckpointOfLinesThatWereRemoved() {
        written(3);
        List<JournalEntry> journal = journal();
        Checkpoint checkpoint = Checkpoint.begin(person.account());
        for (JournalEntry entry : journal.subList(0, 2)) {
            checkpoint = checkpoint.then(LineText.of(entry));
        }
        studio.seals().checkpoints().retain(key.sign(checkpoint));
        assertThat(checkpoints()).isEmpty();

        studio.chains.of(person.account()).removed = 2;

        assertThat(checkpoints())
                .singleElement()
                .asString()
                .startsWith("checkpoint 06e3fd8fda29bb60 ")
                .endsWith(" " + checkpoint.text());
        assertThat(statement(100).getFirst().text().lines().filter(each -> each.startsWith("line")))
                .singleElement()
                .asString()
                .startsWith("line 3 ");
    }

    private List<String> checkpoints() {
        return statement(100)
                .getFirst()
                .text()
                .lines()
                .filter(each -> each.startsWith("checkpoint"))
                .toList();
    }

    /** Protects: everybody can fetch all roots, piece by piece, and go on where they were. */
    @Test
    void writesEveryRootOnce() {
        for (int number = 1; number <= 5; number++) {
            written(number);
            sign();
        }

        String whole = roots(100).getFirst().text();
        List<FilePage> pieces = roots(2);

        assertThat(pieces).hasSize(3);
        assertThat(String.join("", pieces.stream().map(FilePage::text).toList())).isEqualTo(whole);
        assertThat(whole.lines().limit(2)).containsExactly("halftone-roots 1", KEY);
        assertThat(whole.lines().skip(2))
                .hasSize(5)
                .allMatch(
                        record -> record.matches("root [0-9a-f]{16} \\S{88} \\{\"accounts\":1,.*}"))
                .noneMatch(record -> record.contains(person.account().value()));
        assertThat(new ReadRoots(studio.seals().roots()).read(4).text().lines()).hasSize(1);
    }

    private List<FilePage> statement(int lines) {
        SealPorts ports = studio.seals();
        ReadProof read = new ReadProof(ports.seals(), ports.roots(), ports.checkpoints(), lines);
        return pieces(after -> read.read(person.account(), after));
    }

    private List<FilePage> roots(int roots) {
        ReadRoots read = new ReadRoots(studio.seals().roots(), roots);
        return pieces(read::read);
    }

    private static List<FilePage> pieces(LongFunction<FilePage> read) {
        List<FilePage> pieces = new ArrayList<>();
        Long after = 0L;
        for (int page = 0; after != null && page < PAGES_MAX; page++) {
            FilePage piece = read.apply(after);
            pieces.add(piece);
            after = piece.next();
        }
        return pieces;
    }

    /** The person has so many lines then, all of them sealed. */
    private void written(int count) {
        for (int number = 1; number <= count; number++) {
            studio.ledger().grant(person.gift(number, 1));
        }
        studio.seals().roots().keep(key.published(), Samples.NOW);
        studio.seals().seals().seal(person.account(), journal(), Samples.NOW);
    }

    private void sign() {
        RootsContract.sign(studio.seals(), key, Samples.NOW);
    }

    private List<JournalEntry> journal() {
        return Conservation.journal(studio.ledger(), person.account()).reversed();
    }
}
