package dev.halftone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.verify.Program.Verdict;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: whatever was done to a statement, the program says what, and to which line. */
class TamperedStatementTest {
    // Records before the first line: the kind of file, the account, the key.
    private static final int HEAD = 3;

    private final Paper paper = new Paper(20, 18);
    private final List<String> records = paper.statement();

    @Test
    void saysWhatIsProvedAndWhatWaits() {
        Verdict verdict = check();

        assertThat(verdict.code()).isZero();
        assertThat(verdict.lines())
                .containsExactly(
                        "Proved: lines 1 to 18 of account " + Paper.ACCOUNT,
                        "by root 7 of 2026-11-21T07:05:00.000Z, key " + fingerprint(),
                        "Waiting for the next root: lines 19 to 20",
                        "They add up to {AVAILABLE=24, GIVEN=-25, PENDING=1}");
    }

    @Test
    void takesAStatementWhoseFirstLinesWereRemovedAfterASignedCheckpoint() {
        Verdict verdict = Program.check(Paper.file(paper.statementAfter(6)), null);

        assertThat(verdict.lines()).first().asString().startsWith("Proved: lines 7 to 18 of");
        assertThat(verdict.words()).contains("{AVAILABLE=24, GIVEN=-25, PENDING=1}");
    }

    @Test
    void namesTheLineWhoseTextWasChanged() {
        replace(HEAD + 6, "VOID#gen_6", "VOID#gen_9");

        says("line 7 (VOID#gen_9): changed, or line 6 was written anew with its hash");
    }

    @Test
    void namesTheLineWhoseHashWasChanged() {
        replace(HEAD + 6, paper.head(7), paper.head(8));

        says("line 7 (VOID#gen_6): its hash was changed");
    }

    @Test
    void namesTheLineWhoseNumberWasChanged() {
        replace(HEAD + 6, "line 7 ", "line 70 ");

        says("line 7 (VOID#gen_6): its number was changed to 70");
    }

    @Test
    void namesTheLinesThatAreMissing() {
        records.subList(HEAD + 6, HEAD + 9).clear();

        says("lines 7 to 9: missing");
    }

    @Test
    void namesALineThatStandsTwice() {
        records.add(HEAD + 12, records.get(HEAD + 6));

        says("line 7 (VOID#gen_6): stands twice");
    }

    @Test
    void namesALineThatWasInserted() {
        String forged = Paper.text(5, "GRANT#gift", "\"AVAILABLE\":900,\"GIVEN\":-900", "gift");
        records.add(HEAD + 7, "line 7 " + paper.head(3) + " " + forged);

        says("line 7 (GRANT#gift): inserted, its number stands twice");
    }

    /** Who inserts a line and counts on has to be told from who changed every line after it. */
    @Test
    void namesALineThatWasInsertedAndCountedOnFrom() {
        String forged = Paper.text(5, "GRANT#gift", "\"AVAILABLE\":900,\"GIVEN\":-900", "gift");
        records.add(HEAD + 6, "line 7 " + paper.head(3) + " " + forged);
        for (int i = HEAD + 7; i < HEAD + 21; i++) {
            replace(i, "line " + (i - HEAD) + " ", "line " + (i - HEAD + 1) + " ");
        }

        assertThat(check().lines())
                .containsExactly(
                        "line 7 (GRANT#gift): inserted, the lines after it have moved by one",
                        "Not proved.");
    }

    @Test
    void namesALineThatStandsOutOfOrder() {
        Collections.swap(records, HEAD + 6, HEAD + 7);

        says("line 7 (VOID#gen_6): out of order");
    }

    @Test
    void namesTheLinesThatAreMissingAtTheEndOfWhatWasSigned() {
        records.subList(HEAD + 16, HEAD + 20).clear();

        says("lines 17 to 18: missing at the end of what was signed");
    }

    /** Whoever keeps the ledger can make every hash anew, but not what was signed. */
    @Test
    void saysThatTheChainWasRewritten() {
        Paper rewritten = new Paper(20, 18);
        rewritten.texts.set(4, Paper.text(5, "VOID#gen_4", "\"AVAILABLE\":2,\"PENDING\":-2", "x"));
        for (int i = 0; i < 20; i++) {
            records.set(HEAD + i, rewritten.lineRecords().get(i));
        }

        says("lines 1 to 18: do not lead to the signed root, the chain was rewritten");
    }

    @Test
    void refusesAWrongPath() {
        replace(HEAD + 21, " L", " R");

        says("proof: does not lead to the root, it was changed or is another account's");
    }

    @Test
    void refusesTheProofOfAnotherAccount() {
        records.set(HEAD + 21, paper.foreignProof());

        says("proof: does not lead to the root, it was changed or is another account's");
    }

    @Test
    void refusesTheNameOfAnotherAccount() {
        replace(1, Paper.ACCOUNT, "acc_3bbb");

        says(
                "account: neither line 1 (GRANT#welcome) nor the proof is of this one",
                "proof: does not lead to the root, it was changed or is another account's");
    }

    @Test
    void refusesARootThatWasChanged() {
        replace(HEAD + 20, "\"accounts\":5", "\"accounts\":6");

        says("root: its signature is wrong");
    }

    @Test
    void refusesARootThatSomebodyElseSigned() {
        Paper other = new Paper(20, 18);
        records.set(HEAD + 20, other.root());

        says("root: signed with an unknown key: " + other.seal.keyId);
    }

    @Test
    void refusesAKeyUnderTheNameOfAnother() {
        Paper other = new Paper(20, 18);
        records.set(2, other.seal.keyRecord().replace(other.seal.keyId, paper.seal.keyId));
        records.set(HEAD + 20, other.root().replace(other.seal.keyId, paper.seal.keyId));

        says(
                "key " + paper.seal.keyId + ": is not the name of this key",
                "root: signed with an unknown key: " + paper.seal.keyId);
    }

    @Test
    void refusesACheckpointThatWasChanged() {
        List<String> cut = paper.statementAfter(6);
        cut.set(3, cut.get(3).replace("\"AVAILABLE\":24", "\"AVAILABLE\":94"));

        assertThat(Program.check(Paper.file(cut), null).lines())
                .contains("checkpoint: its signature is wrong");
    }

    @Test
    void refusesTheCheckpointOfAnotherAccount() {
        List<String> cut = paper.statementAfter(6);
        cut.set(3, paper.checkpoint("acc_3bbb", 6));

        assertThat(Program.check(Paper.file(cut), null).lines())
                .contains("account: the checkpoint is of another one");
    }

    @Test
    void saysThatNothingIsProvedWithoutARoot() {
        records.subList(HEAD + 20, HEAD + 22).clear();

        says("root: none covers these lines yet, the next hourly one will");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21})
    void missesARootWithoutItsProofAndAProofWithoutItsRoot(int index) {
        String missing = index == 20 ? "root: missing" : "proof: missing";
        records.remove(HEAD + index);

        assertThat(check().lines()).contains(missing);
    }

    @Test
    void refusesAFileThatIsCut() {
        byte[] whole = Paper.file(records);
        Verdict verdict = Program.check(Arrays.copyOf(whole, whole.length - 30), null);

        assertThat(verdict.code()).isEqualTo(1);
        assertThat(verdict.words()).contains("record 25: cut, it does not end");
    }

    @Test
    void refusesLegsThatAreNotZeroTogether() {
        Paper odd = new Paper(3, 3);
        odd.texts.set(1, Paper.text(2, "GRANT#x", "\"AVAILABLE\":5,\"GIVEN\":-4", "x"));

        assertThat(Program.check(Paper.file(odd.statement()), null).lines())
                .contains("line 2 (GRANT#x): its legs are not zero together");
    }

    private void says(String... faults) {
        Verdict verdict = check();

        assertThat(verdict.code()).isEqualTo(1);
        assertThat(verdict.lines()).startsWith(faults).hasSize(faults.length + 1);
    }

    private Verdict check() {
        return Program.check(Paper.file(records), null);
    }

    private void replace(int index, String from, String to) {
        String record = records.get(index);
        assertThat(record).contains(from);
        records.set(index, record.replace(from, to));
    }

    private String fingerprint() {
        return Sealed.hex(Sealed.sha256(paper.seal.pair.getPublic().getEncoded()));
    }
}
