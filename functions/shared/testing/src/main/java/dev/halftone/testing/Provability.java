package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Digest;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.LineText;
import dev.halftone.core.seal.Proof;
import dev.halftone.core.seal.Root;
import dev.halftone.core.seal.RootKey;
import dev.halftone.core.seal.Roots;
import dev.halftone.core.seal.SealedLine;
import dev.halftone.core.seal.Seals;
import dev.halftone.core.seal.SignedRoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What holds for every chain and all roots at every read. */
public final class Provability {

    private static final int PAGES_MAX = 1_000;

    private Provability() {}

    /**
     * The chain has neither fork nor gap, no entry twice, says what the journal says, and ends at
     * its head; what a root covers of it was its head once, and the root can be checked.
     *
     * @return the keys of the sealed entries, in sealing order
     */
    public static List<String> audit(SealPorts ports, AccountId account, RootKey key) {
        Head head = Head.begin(account);
        List<Head> heads = new ArrayList<>(List.of(head));
        List<String> keys = new ArrayList<>();
        for (SealedLine sealed : lines(ports.seals(), account)) {
            assertThat(sealed.follows(head)).as("line " + sealed.number() + " follows").isTrue();
            LineText line = Objects.requireNonNull(sealed.line());
            head = head.then(line);
            heads.add(head);
            keys.add(line.key());
        }
        assertThat(keys).as("sealed entries").doesNotHaveDuplicates();
        assertThat(ports.seals().head(account))
                .as("head")
                .isEqualTo(Optional.of(head).filter(last -> last.number() > 0));
        Optional<Roots.Coverage> coverage = ports.roots().coverage(account);
        if (coverage.isPresent()) {
            Proof proof = coverage.get().proof();
            assertThat(heads).as("heads that were").contains(proof.head());
            assertThat(proof.tree()).as("tree").isEqualTo(coverage.get().root().root().tree());
            assertThat(key.verifies(coverage.get().root())).as("signature").isTrue();
        }
        return keys;
    }

    /** Every entry of the journal is sealed, and the newest root known for it covers them all. */
    public static void auditAllSigned(
            SealPorts ports, AccountId account, List<JournalEntry> journal, RootKey key) {
        List<String> keys = audit(ports, account, key);
        assertThat(keys)
                .as("entries sealed")
                .containsExactlyInAnyOrderElementsOf(
                        journal.stream().map(JournalEntry::key).toList());
        assertThat(ports.roots().coverage(account).orElseThrow().proof().head())
                .as("head signed")
                .isEqualTo(ports.seals().head(account).orElseThrow());
    }

    /** The roots have no gap, each names the one before, and all are signed. */
    public static void auditRoots(Roots roots, RootKey key) {
        String previous = Root.NO_PREVIOUS;
        long number = 0;
        for (SignedRoot signed : all(roots)) {
            number++;
            assertThat(signed.root().number()).as("number").isEqualTo(number);
            assertThat(signed.root().previous()).as("previous").isEqualTo(previous);
            assertThat(key.verifies(signed)).as("signature of root " + number).isTrue();
            previous = Digest.sha256Hex(signed.root().text());
        }
        assertThat(roots.latest().map(signed -> signed.root().number()).orElse(0L))
                .as("latest")
                .isEqualTo(number);
    }

    /** The whole chain, page by page. */
    public static List<SealedLine> lines(Seals seals, AccountId account) {
        List<SealedLine> lines = new ArrayList<>();
        for (int page = 0; page < PAGES_MAX; page++) {
            long after = lines.isEmpty() ? 0 : lines.getLast().number();
            List<SealedLine> read = seals.lines(account, after, Seals.LINES_MAX);
            if (read.isEmpty()) {
                return lines;
            }
            lines.addAll(read);
        }
        throw new AssertionError("The chain has no end");
    }

    private static List<SignedRoot> all(Roots roots) {
        List<SignedRoot> all = new ArrayList<>();
        for (int page = 0; page < PAGES_MAX; page++) {
            long after = all.isEmpty() ? 0 : all.getLast().root().number();
            List<SignedRoot> read = roots.roots(after, Roots.ROOTS_MAX);
            if (read.isEmpty()) {
                return all;
            }
            all.addAll(read);
        }
        throw new AssertionError("The roots have no end");
    }
}
