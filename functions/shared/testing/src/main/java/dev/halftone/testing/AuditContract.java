package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.audit.AuditLedger;
import dev.halftone.core.audit.AuditLedger.Audited;
import dev.halftone.core.audit.Finding;
import dev.halftone.core.audit.Finding.Kind;
import dev.halftone.core.audit.Findings;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.seal.DueHead;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.LineText;
import dev.halftone.core.seal.SealedLine;
import dev.halftone.core.seal.Seals;
import dev.halftone.core.seal.SignRoot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Goal: whatever is done to a ledger past its own code is found, and nobody is accused who did
 * nothing. Method: an account is written, sealed and signed; then somebody helps himself.
 */
public abstract class AuditContract extends StudioContract {

    private static final int WRITERS = 3;
    private static final int LINES_EACH = 6;
    private static final int AUDITS = 6;
    private static final int DUE_MAX = 1_000;
    private static final String OTHER_HASH = "5a".repeat(32);

    /** The ports under test, over the same store as the studio's. */
    protected abstract SealPorts seals();

    protected abstract Findings findings();

    /** Somebody who may write where only the ledger's own code should. */
    protected abstract Vandal vandal(AccountId account);

    /** What can be done to an account by hand. */
    protected interface Vandal {

        /** More is used than was. */
        void spend(long credits);

        /** A bucket holds more. */
        void fill(GrantId bucket, long credits);

        void rewrite(JournalEntry entry, String reason);

        void lose(JournalEntry entry);

        /** A line that nobody booked. */
        void add(JournalEntry entry);

        /** The chain says something else of a line. */
        void forge(long number, String hash);

        /** The chain loses a line. */
        void cut(long number);

        /** The chain seems to end there. */
        void moveHead(Head head);

        /** The account counts that many lines more. */
        void count(long lines);

        /** Part of the books cannot be understood any more. */
        void garble();
    }

    /** Every way to change the books, and what it is found as. */
    enum Deed {
        SPEND(Kind.BALANCE_CHANGED),
        FILL(Kind.BUCKETS_CHANGED),
        REWRITE(Kind.LINE_CHANGED),
        LOSE(Kind.LINE_MISSING),
        ADD(Kind.LINES_ADDED),
        FORGE(Kind.LINE_CHANGED),
        // A chain in memory has no gap: the lines after it move up.
        CUT(Kind.CHAIN_BROKEN, Kind.LINE_CHANGED),
        CUT_THE_END(Kind.HEAD_MOVED),
        MOVE_HEAD(Kind.HEAD_MOVED);

        private final Kind kind;
        private final Kind orKind;

        Deed(Kind kind) {
            this(kind, kind);
        }

        Deed(Kind kind, Kind orKind) {
            this.kind = kind;
            this.orKind = orKind;
        }
    }

    @Test
    void leavesASoundAccountAlone() {
        prepare();

        assertThat(audit()).isEmpty();

        assertThat(isDue()).isFalse();
        assertThat(seals().checkpoints().audited(person.account()).orElseThrow().head())
                .isEqualTo(head());
    }

    @ParameterizedTest
    @EnumSource
    void findsWhatWasDoneByHand(Deed deed) {
        prepare();

        commit(deed);

        assertThat(audit()).extracting(Finding::kind).singleElement().isIn(deed.kind, deed.orKind);
        assertThat(isDue()).isTrue();
        assertThat(seals().checkpoints().audited(person.account())).isEmpty();
    }

    /** Protects: what was found stays found until it is put right, and is one record. */
    @Test
    void findsTheSameAgainUntilItIsPutRight() {
        prepare();
        vandal(person.account()).spend(5);

        List<Finding> first = audit();

        assertThat(audit()).isEqualTo(first);
        assertThat(findings().keep(first.getFirst(), person.now())).isFalse();
        vandal(person.account()).spend(-5);
        assertThat(audit()).isEmpty();
        assertThat(isDue()).isFalse();
    }

    /** Protects: somebody who seals his forgery too is betrayed by the root that was published. */
    @Test
    void findsAChainThatIsNotTheOneThatWasSigned() {
        prepare();
        List<SealedLine> lines = Provability.lines(seals().seals(), person.account());
        JournalEntry last = entry(lines.getLast());
        vandal(person.account()).rewrite(last, "another");
        Head before = Head.begin(person.account());
        for (SealedLine line : lines.subList(0, lines.size() - 1)) {
            before = before.then(text(line));
        }
        Head forged =
                before.then(text(Provability.lines(seals().seals(), person.account()).getLast()));
        vandal(person.account()).forge(forged.number(), forged.hash());
        vandal(person.account()).moveHead(forged);

        assertThat(audit()).extracting(Finding::kind).containsExactly(Kind.ROOT_CONTRADICTED);
    }

    /** Protects: not even an account that cannot be read holds up the others. */
    @Test
    void keepsAuditingOthersThoughOneIsBroken() {
        prepare();
        vandal(person.account()).garble();
        Person other = Person.fresh();
        ports().ledger().grant(other.gift(1, 5));
        seal(other);
        sign();

        assertThat(audit()).isNotEmpty();

        assertThat(seals().checkpoints().audited(other.account())).isPresent();
    }

    /** Protects: what was written a moment ago and is not sealed yet is no crime. */
    @Test
    void waitsForLinesThatAreOnTheirWayToTheChain() {
        prepare();
        grant(person.gift(7, 3));

        assertThat(audit()).isEmpty();

        assertThat(isDue()).isTrue();
    }

    @Test
    void findsLinesThatNobodySealedForADay() {
        prepare();
        grant(person.gift(7, 3));

        assertThat(audit(person.now().plus(Duration.ofDays(1)).plusSeconds(120)))
                .extracting(Finding::kind)
                .containsExactly(Kind.LINES_UNSEALED);
    }

    /** Protects: no invented count of lines lets an account pass for one that is merely busy. */
    @Test
    void findsAnAccountThatCountsLinesThatThereAreNot() {
        prepare();
        vandal(person.account()).count(1_000);

        assertThat(audit()).extracting(Finding::kind).containsExactly(Kind.LINES_UNSEALED);
    }

    /** Goal: a busy account is never accused. Method: all write, seal, sign and audit at once. */
    @Test
    void accusesNobodyWhileOthersWriteSealAndSign() {
        grant(person.gift(1, 100));

        List<List<Finding>> found =
                Race.run(
                        WRITERS + 2,
                        racer -> {
                            if (racer < WRITERS) {
                                write(racer);
                                return List.of();
                            }
                            return racer == WRITERS ? sealOften() : auditOften();
                        });

        assertThat(found).allSatisfy(each -> assertThat(each).isEmpty());
        seal(person);
        sign();
        assertThat(audit()).isEmpty();
        assertThat(isDue()).isFalse();
    }

    @Test
    void beginsNothingOnceItsTimeIsOver() {
        prepare();

        assertThat(auditor().audit(person.now(), person.now()).accounts()).isZero();

        assertThat(isDue()).isTrue();
    }

    /** Protects: priming, which asks for 1970, judges nobody. */
    @Test
    void looksAtNothingThatBeganToWaitLater() {
        prepare();

        assertThat(auditor().audit(Instant.EPOCH, Instant.MAX).accounts()).isZero();

        assertThat(isDue()).isTrue();
    }

    private void write(int writer) {
        for (int line = 0; line < LINES_EACH; line++) {
            FreezeCause cause = new FreezeCause("dispute:%d:%d".formatted(writer, line));
            ports().corrections().freeze(person.account(), cause, person.now());
            ports().corrections().thaw(person.account(), cause, person.now());
        }
    }

    private List<Finding> sealOften() {
        for (int round = 0; round < AUDITS; round++) {
            seal(person);
            sign();
        }
        return List.of();
    }

    private List<Finding> auditOften() {
        for (int round = 0; round < AUDITS; round++) {
            List<Finding> found = audit();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    final void prepare() {
        grant(person.gift(1, 100));
        delivered(2, 10);
        grant(person.gift(3, 5));
        sealAndSign();
    }

    private void commit(Deed deed) {
        List<SealedLine> lines = Provability.lines(seals().seals(), person.account());
        JournalEntry second = entry(lines.get(1));
        switch (deed) {
            case SPEND -> vandal(person.account()).spend(5);
            case FILL -> vandal(person.account()).fill(person.gift(1, 100).id(), 5);
            case REWRITE -> vandal(person.account()).rewrite(second, "another");
            case LOSE -> vandal(person.account()).lose(second);
            case ADD -> {
                vandal(person.account()).add(invented(second));
                seal(person);
                sign();
            }
            case FORGE -> vandal(person.account()).forge(2, OTHER_HASH);
            case CUT -> vandal(person.account()).cut(2);
            case CUT_THE_END -> vandal(person.account()).cut(lines.size());
            case MOVE_HEAD ->
                    vandal(person.account())
                            .moveHead(
                                    Head.begin(person.account())
                                            .then(text(lines.get(0)))
                                            .then(text(lines.get(1))));
        }
    }

    private static JournalEntry invented(JournalEntry like) {
        return new JournalEntry(
                like.account(),
                like.key() + "1",
                like.kind(),
                like.legs(),
                like.subject(),
                like.reason(),
                like.priceVersion(),
                like.trace(),
                like.at());
    }

    private static LineText text(SealedLine line) {
        return Objects.requireNonNull(line.line());
    }

    private JournalEntry entry(SealedLine line) {
        return journal().stream()
                .filter(entry -> entry.key().equals(text(line).key()))
                .findFirst()
                .orElseThrow();
    }

    final void sealAndSign() {
        seal(person);
        sign();
    }

    private void seal(Person of) {
        List<JournalEntry> entries =
                Conservation.journal(ports().ledger(), of.account()).reversed();
        seals().seals().seal(of.account(), entries, of.now());
    }

    private void sign() {
        new SignRoot(seals().seals(), seals().roots(), RootKeys::first, clock()).sign(Instant.MAX);
    }

    final List<Finding> audit() {
        return audit(person.now().plusSeconds(60));
    }

    /** What is found of this person; other tests leave theirs behind. */
    private List<Finding> audit(Instant now) {
        Audited audited = auditor().audit(now, Instant.MAX);
        return audited.findings().stream()
                .filter(finding -> finding.account().equals(person.account()))
                .toList();
    }

    private AuditLedger auditor() {
        return new AuditLedger(
                ports().ledger(),
                seals().seals(),
                seals().roots(),
                seals().checkpoints(),
                findings(),
                clock());
    }

    private Clock clock() {
        return Clock.fixed(person.now(), ZoneOffset.UTC);
    }

    private Head head() {
        return seals().seals().head(person.account()).orElseThrow();
    }

    final boolean isDue() {
        Seals chains = seals().seals();
        return chains
                .due(DueHead.Stage.AUDIT, DueHead.shard(person.account()), DUE_MAX, null)
                .stream()
                .anyMatch(due -> due.head().account().equals(person.account()));
    }
}
