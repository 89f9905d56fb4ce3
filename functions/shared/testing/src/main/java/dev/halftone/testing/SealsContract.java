package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.seal.DueHead;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.LineText;
import dev.halftone.core.seal.RootKey;
import dev.halftone.core.seal.SealedLine;
import dev.halftone.core.seal.Seals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Seals} does. */
public abstract class SealsContract extends StudioContract {

    private static final int RACERS = 6;
    private static final int PAGE = 100;
    private static final int PAGES_MAX = 100;

    /** The ports under test, over the same store as the studio's. */
    protected abstract SealPorts seals();

    /** Does what nobody may: the line's reason becomes another. */
    protected abstract void rewrite(JournalEntry entry, String reason);

    /** Does what nobody may: credits come from nowhere, so that the legs do not add up any more. */
    protected abstract void enrich(JournalEntry entry, long credits);

    /** Does what nobody may: the line is gone. */
    protected abstract void lose(JournalEntry entry);

    final RootKey key = RootKeys.first();
    final Instant now = person.now();

    /** Protects: one chain however the news of the lines is cut into batches. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 45})
    void comesToTheSameChainInWhateverBatchesTheEntriesArrive(int batch) {
        List<JournalEntry> entries = written(45);

        int lines = 0;
        for (int from = 0; from < entries.size(); from += batch) {
            List<JournalEntry> cut = entries.subList(from, Math.min(from + batch, entries.size()));
            lines += seals().seals().seal(person.account(), cut, now);
        }

        assertThat(lines).isEqualTo(45);
        assertThat(seals().seals().head(person.account())).contains(folded(entries));
        assertThat(audit()).isEqualTo(keys(entries));
    }

    /** Protects: a batch that is delivered again, or holds an entry twice, adds nothing. */
    @Test
    void sealsNoEntryTwice() {
        List<JournalEntry> entries = written(6);
        List<JournalEntry> twice = new ArrayList<>(entries.subList(0, 4));
        twice.addAll(entries.subList(2, 4));
        seal(twice);

        assertThat(seal(entries.subList(1, 5))).isEqualTo(1);
        assertThat(seal(twice)).isZero();
        assertThat(seal(entries)).isEqualTo(1);

        assertThat(audit()).isEqualTo(keys(entries));
    }

    /** Protects: whatever order they come in, each has its place, and keeps it. */
    @Test
    void keepsTheOrderInWhichEntriesWereSealedFirst() {
        List<JournalEntry> entries = written(12);
        Random random = new Random(7);
        List<JournalEntry> arrived = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            List<JournalEntry> batch = new ArrayList<>(entries);
            Collections.shuffle(batch, random);
            batch = batch.subList(0, 1 + random.nextInt(entries.size()));
            seal(batch);
            batch.stream().filter(each -> !arrived.contains(each)).forEach(arrived::add);
        }

        assertThat(audit()).isEqualTo(keys(arrived));
        assertThat(seals().seals().head(person.account())).contains(folded(arrived));
    }

    /** Protects: two sealers of the same lines make no fork, no gap and nothing double. */
    @Test
    void makesOneChainHoweverManySealAtOnce() {
        List<JournalEntry> entries = written(30);

        Race.run(
                RACERS,
                racer -> {
                    List<JournalEntry> order = new ArrayList<>(entries);
                    Collections.shuffle(order, new Random(racer));
                    for (int from = 0; from < order.size(); from += 10) {
                        seal(order.subList(from, from + 10));
                    }
                    return racer;
                });

        assertThat(audit()).containsExactlyInAnyOrderElementsOf(keys(entries));
    }

    /** Protects: what is not sealed yet is told apart from what is, also in long lists. */
    @Test
    void tellsWhichEntriesAreNotSealed() {
        List<JournalEntry> entries = written(45);
        seal(entries.subList(10, 43));

        List<JournalEntry> unsealed = new ArrayList<>(entries.subList(0, 10));
        unsealed.addAll(entries.subList(43, 45));
        assertThat(seals().seals().unsealed(person.account(), entries)).isEqualTo(unsealed);
    }

    /** Protects: a page goes on exactly where the one before ended. */
    @Test
    void showsLinesInPages() {
        List<JournalEntry> entries = written(5);
        seal(entries);

        List<SealedLine> first = seals().seals().lines(person.account(), 0, 2);
        List<SealedLine> rest = seals().seals().lines(person.account(), 2, 1_000);

        assertThat(first).extracting(SealedLine::number).containsExactly(1L, 2L);
        assertThat(rest).extracting(SealedLine::number).containsExactly(3L, 4L, 5L);
        assertThat(rest)
                .extracting(SealedLine::line)
                .isEqualTo(entries.subList(2, 5).stream().map(LineText::of).toList());
        assertThat(seals().seals().lines(person.account(), 5, 1)).isEmpty();
        assertThatThrownBy(() -> seals().seals().lines(person.account(), 0, 1_001))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * Protects: what is shown is the journal as it is now, so that a changed line gives itself
     * away.
     */
    @Test
    void showsALineThatWasChangedAsItIsNow() {
        List<JournalEntry> entries = written(3);
        seal(entries);

        rewrite(entries.get(1), "friendship");

        List<SealedLine> lines = Provability.lines(seals().seals(), person.account());
        assertThat(lines.get(1).line()).extracting(LineText::reason).isEqualTo("friendship");
        assertThat(lines.get(1).follows(folded(entries.subList(0, 1)))).isFalse();
        assertThatThrownBy(this::audit).isInstanceOf(AssertionError.class);
    }

    /** Protects: a line whose legs were changed is shown, though it could be no entry any more. */
    @Test
    void showsALineThatDoesNotAddUpAnyMore() {
        List<JournalEntry> entries = written(3);
        seal(entries);

        enrich(entries.get(1), 1_000);

        SealedLine line = seals().seals().lines(person.account(), 1, 1).getFirst();
        assertThat(Objects.requireNonNull(line.line()).legs().amount(Balance.AVAILABLE))
                .isEqualTo(entries.get(1).legs().amount(Balance.AVAILABLE) + 1_000);
        assertThat(line.follows(folded(entries.subList(0, 1)))).isFalse();
    }

    /** Protects: a line that was taken away leaves its number and its hash behind. */
    @Test
    void showsThatALineIsGone() {
        List<JournalEntry> entries = written(3);
        seal(entries);

        lose(entries.get(1));

        List<SealedLine> lines = Provability.lines(seals().seals(), person.account());
        assertThat(lines).extracting(SealedLine::number).containsExactly(1L, 2L, 3L);
        assertThat(lines.get(1).line()).isNull();
        assertThat(lines.get(1).hash()).isEqualTo(folded(entries.subList(0, 2)).hash());
    }

    /** Protects: nobody's chain is without a number to wait under, from the first line on. */
    @Test
    void isDueToBeSignedSinceTheFirstLineThatIsNot() {
        List<JournalEntry> entries = written(3);
        seals().seals().seal(person.account(), entries.subList(0, 1), now);

        seals().seals().seal(person.account(), entries.subList(1, 3), now.plusSeconds(60));

        assertThat(due(DueHead.Stage.SIGN)).containsExactly(new DueHead(folded(entries), now));
        assertThat(due(DueHead.Stage.AUDIT)).isEmpty();
    }

    /** Protects: a duplicate does not make an account wait that waits for nothing. */
    @Test
    void isNotDueForWhatWasSealedBefore() {
        List<JournalEntry> entries = written(2);
        seal(entries);
        Head head = signed(entries);
        seals().seals().audited(head);

        seal(entries);

        assertThat(due(DueHead.Stage.SIGN)).isEmpty();
        assertThat(due(DueHead.Stage.AUDIT)).isEmpty();
    }

    /** Protects: an audit of what an account was does not pass for one of what it is. */
    @Test
    void waitsOnIfItGrewWhileItWasAudited() {
        List<JournalEntry> entries = written(3);
        seal(entries.subList(0, 2));
        Head before = signed(entries.subList(0, 2));
        seal(entries);

        seals().seals().audited(before);

        assertThat(due(DueHead.Stage.SIGN)).hasSize(1);
        Head after = signed(entries);
        seals().seals().audited(before);
        assertThat(due(DueHead.Stage.AUDIT)).extracting(DueHead::head).containsExactly(after);
        seals().seals().audited(after);
        assertThat(due(DueHead.Stage.AUDIT)).isEmpty();
    }

    /** A root over the account alone, which therefore is next to be audited. */
    private Head signed(List<JournalEntry> entries) {
        RootsContract.sign(seals(), key, now.plusSeconds(1));
        assertThat(due(DueHead.Stage.AUDIT)).hasSize(1);
        return folded(entries);
    }

    /** The account's own among those that wait. */
    final List<DueHead> due(DueHead.Stage stage) {
        return due(seals().seals(), stage, person.account());
    }

    static List<DueHead> due(Seals seals, DueHead.Stage stage, AccountId account) {
        List<DueHead> found = new ArrayList<>();
        DueHead last = null;
        for (int page = 0; page < PAGES_MAX; page++) {
            List<DueHead> read = seals.due(stage, DueHead.shard(account), PAGE, last);
            read.stream().filter(due -> due.head().account().equals(account)).forEach(found::add);
            if (read.size() < PAGE) {
                return found;
            }
            last = read.getLast();
        }
        throw new AssertionError("Those that wait have no end");
    }

    /** So many entries in the person's journal, oldest first. */
    final List<JournalEntry> written(int count) {
        grant(person.welcome(count));
        for (int number = 2; number <= count; number++) {
            accepted(number, 1);
        }
        return journal().reversed();
    }

    final int seal(List<JournalEntry> entries) {
        return seals().seals().seal(person.account(), entries, now);
    }

    final List<String> audit() {
        return Provability.audit(seals(), person.account(), key);
    }

    private Head folded(List<JournalEntry> entries) {
        Head head = Head.begin(person.account());
        for (JournalEntry entry : entries) {
            head = head.then(LineText.of(entry));
        }
        return head;
    }

    private static List<String> keys(List<JournalEntry> entries) {
        return entries.stream().map(JournalEntry::key).toList();
    }
}
