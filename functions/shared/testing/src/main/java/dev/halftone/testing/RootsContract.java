package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Legs;
import dev.halftone.core.seal.Checkpoint;
import dev.halftone.core.seal.DueHead;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.PublicKeyText;
import dev.halftone.core.seal.Root;
import dev.halftone.core.seal.RootKey;
import dev.halftone.core.seal.Roots;
import dev.halftone.core.seal.SignRoot;
import dev.halftone.core.seal.SignedRoot;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link Roots} and what every {@link dev.halftone.core.seal.Checkpoints} does. */
public abstract class RootsContract extends StudioContract {

    private static final int SIGNERS = 4;
    private static final int CALLS_MAX = 60;

    /** The ports under test, over the same store as the studio's. */
    protected abstract SealPorts seals();

    private final RootKey key = RootKeys.first();
    private final Instant now = person.now();

    /** Protects: what was sealed is signed by the next run, and every account can prove it. */
    @Test
    void provesWhatWasSealed() {
        List<Person> people = people(5);

        sign(seals(), key, now);

        people.forEach(this::assertSigned);
        Provability.auditRoots(seals().roots(), key);
        assertThat(seals().roots().keys()).contains(key.published());
    }

    /** Protects: a quiet hour publishes nothing. */
    @Test
    void publishesNoRootOfNothing() {
        sealed(person, 1);
        sign(seals(), key, now);
        SignedRoot last = seals().roots().latest().orElseThrow();

        sign(seals(), key, now.plusSeconds(3600));

        assertThat(seals().roots().latest()).contains(last);
    }

    /** Protects: no root is published over heads that nobody can find a proof for. */
    @Test
    void publishesARootOnce() {
        sealed(person, 1);
        sign(seals(), key, now);
        Root last = seals().roots().latest().orElseThrow().root();
        Root other = new Root(last.number(), 1, last.at(), last.previous(), "0".repeat(64));

        assertThat(seals().roots().publish(key.sign(other), List.of())).isFalse();
        assertThat(seals().roots().publish(key.sign(last), List.of())).isTrue();

        assertThat(seals().roots().latest().orElseThrow().root()).isEqualTo(last);
        Provability.audit(seals(), person.account(), key);
    }

    /** Protects: a page of roots goes on exactly where the one before ended. */
    @Test
    void listsRootsInPages() {
        for (int number = 1; number <= 3; number++) {
            sealed(Person.fresh(), 1);
            sign(seals(), key, now);
        }
        long last = seals().roots().latest().orElseThrow().root().number();

        assertThat(seals().roots().roots(last - 3, 2))
                .extracting(signed -> signed.root().number())
                .containsExactly(last - 2, last - 1);
        assertThat(seals().roots().roots(last - 1, 2)).hasSize(1);
        assertThat(seals().roots().roots(last, 2)).isEmpty();
    }

    /** Protects: more accounts than one root holds are all covered in the same run. */
    @Test
    void signsMoreHeadsThanARootHolds() {
        List<Person> people = people(7);
        long before = number();

        SignRoot.Signed signed = signer(seals(), 3).sign(Instant.MAX);

        assertThat(signed.accounts()).isGreaterThanOrEqualTo(7);
        assertThat(number() - before).isEqualTo(signed.roots()).isGreaterThanOrEqualTo(3);
        assertThat(seals().roots().roots(before, 1_000))
                .allMatch(root -> root.root().accounts() <= 3);
        people.forEach(this::assertSigned);
    }

    /** Protects: a run that is short of time leaves the rest to the next, and loses none of it. */
    @Test
    void leavesToTheNextRunWhatItHasNoTimeFor() {
        List<Person> people = people(5);

        SignRoot.Signed first = signer(seals(), 2).sign(Instant.EPOCH);
        assertThat(first.roots()).isEqualTo(1);
        signer(seals(), 2).sign(Instant.MAX);

        people.forEach(this::assertSigned);
    }

    /**
     * Protects: two runs at once publish one root a number, and neither spoils the other's proofs.
     */
    @Test
    void publishesOneRootANumberHoweverManySignAtOnce() {
        List<Person> people = people(6);

        // Two roots of the same heads at the same moment would be one.
        Race.run(SIGNERS, racer -> signer(seals(), 4, now.plusMillis(racer)).sign(Instant.MAX));

        Provability.auditRoots(seals().roots(), key);
        people.forEach(this::assertSigned);
    }

    /** Protects: a line that comes while its account is being signed is signed by the next run. */
    @Test
    void signsWhatGrewWhileItWasSigned() {
        sealed(person, 2);
        Meanwhile growing = new Meanwhile(seals(), () -> sealed(person, 3));

        signer(growing.ports(), SignRoot.ACCOUNTS_MAX).sign(Instant.MAX);

        Provability.audit(seals(), person.account(), key);
        assertThat(seals().roots().coverage(person.account()).orElseThrow().proof().head().number())
                .isEqualTo(2);
        assertThat(SealsContract.due(seals().seals(), DueHead.Stage.SIGN, person.account()))
                .extracting(due -> due.head().number())
                .containsExactly(3L);
        sign(seals(), key, now);
        assertSigned(person);
    }

    /** Protects: wherever a run dies, every root can be proved, and the next run does the rest. */
    @Test
    void losesNothingWhereverItDies() {
        boolean died = true;
        int calls = 0;
        for (; died; calls++) {
            assertThat(calls).isLessThan(CALLS_MAX);
            List<Person> people = people(3);
            try {
                signer(new DyingSeals(seals(), calls).ports(), 2).sign(Instant.MAX);
                died = false;
            } catch (TransientFailure _) {
                people.forEach(each -> Provability.audit(seals(), each.account(), key));
            }
            sign(seals(), key, now);
            people.forEach(this::assertSigned);
        }
        assertThat(calls).isGreaterThan(5);
        Provability.auditRoots(seals().roots(), key);
    }

    /** Protects: an older root, or one that covers less, never takes the place of a newer one. */
    @Test
    void keepsTheNewestRootOfAnAccount() {
        sealed(person, 1);
        sign(seals(), key, now);
        Roots.Coverage first = seals().roots().coverage(person.account()).orElseThrow();
        sealed(person, 2);
        sign(seals(), key, now);
        Roots.Coverage second = seals().roots().coverage(person.account()).orElseThrow();

        seals().roots().covered(first.proof().head(), first.root().root(), now);

        assertThat(second.proof().head().number()).isEqualTo(2);
        assertThat(seals().roots().coverage(person.account())).contains(second);
    }

    /** Protects: an account of which nothing is signed has no proof, rather than a wrong one. */
    @Test
    void provesNothingBeforeTheFirstRoot() {
        sealed(person, 1);

        assertThat(seals().roots().coverage(person.account())).isEmpty();
        assertThat(seals().roots().coverage(Person.fresh().account())).isEmpty();
    }

    /** Protects: keys stay, in the order they came, so that old paper can be checked for ever. */
    @Test
    void keepsEveryKeyInItsOrder() {
        PublicKeyText old = new PublicKeyText("b2xk");
        PublicKeyText fresh = new PublicKeyText("bmV3");
        seals().roots().keep(old, now.minusSeconds(7200));
        seals().roots().keep(fresh, now.minusSeconds(3600));
        seals().roots().keep(old, now);

        assertThat(seals().roots().keys().stream().filter(List.of(old, fresh)::contains).toList())
                .containsExactly(old, fresh);
    }

    /** Protects: an audit never begins again before where it was. */
    @Test
    void movesACheckpointOnlyForward() {
        Checkpoint second = checkpoint(2);
        assertThat(seals().checkpoints().audited(person.account())).isEmpty();

        seals().checkpoints().audited(second);
        seals().checkpoints().audited(checkpoint(1));

        assertThat(seals().checkpoints().audited(person.account())).contains(second);
        assertThat(seals().checkpoints().retained(person.account())).isEmpty();
        seals().checkpoints().audited(checkpoint(3));
        assertThat(seals().checkpoints().audited(person.account())).contains(checkpoint(3));
    }

    /** Protects: what stands for removed lines stays until more of them are removed. */
    @Test
    void keepsTheSignedCheckpointOfRemovedLines() {
        assertThat(seals().checkpoints().retained(person.account())).isEmpty();

        seals().checkpoints().retain(key.sign(checkpoint(2)));
        seals().checkpoints().retain(key.sign(checkpoint(1)));
        seals().checkpoints().audited(checkpoint(9));

        assertThat(seals().checkpoints().retained(person.account()))
                .contains(key.sign(checkpoint(2)));
    }

    private Checkpoint checkpoint(int number) {
        return new Checkpoint(
                new Head(person.account(), number, "0".repeat(63) + number),
                new Legs(Map.of(Balance.AVAILABLE, 5L, Balance.GIVEN, -5L)));
    }

    private List<Person> people(int count) {
        List<Person> people = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Person each = Person.fresh();
            sealed(each, 2);
            people.add(each);
        }
        return people;
    }

    /** The person has so many entries then, all of them sealed. */
    private void sealed(Person whose, int entries) {
        for (int number = 1; number <= entries; number++) {
            ports().ledger().grant(whose.gift(number, 1));
        }
        seals().seals().seal(whose.account(), journal(whose.account()), now);
    }

    private List<JournalEntry> journal(AccountId account) {
        return Conservation.journal(ports().ledger(), account).reversed();
    }

    private void assertSigned(Person whose) {
        Provability.auditAllSigned(seals(), whose.account(), journal(whose.account()), key);
    }

    private long number() {
        return seals().roots().latest().map(signed -> signed.root().number()).orElse(0L);
    }

    private SignRoot signer(SealPorts ports, int accountsMax) {
        return signer(ports, accountsMax, now);
    }

    private SignRoot signer(SealPorts ports, int accountsMax, Instant at) {
        Clock clock = Clock.fixed(at, ZoneOffset.UTC);
        return new SignRoot(ports.seals(), ports.roots(), () -> key, clock, accountsMax);
    }

    /** Signs everything there is to sign. */
    static void sign(SealPorts ports, RootKey key, Instant now) {
        new SignRoot(ports.seals(), ports.roots(), () -> key, Clock.fixed(now, ZoneOffset.UTC))
                .sign(Instant.MAX);
    }
}
