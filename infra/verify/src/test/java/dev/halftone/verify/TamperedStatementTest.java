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

    private static final String UNPROVED =
            "account, root or proof: the proof does not lead from this account to the root";
    private static final String NO_ROOT =
            "account, root or proof: missing; lines are signed within an hour";

    private final Paper paper = new Paper(20, 18);
    private final List<String> records = paper.statement();

    @Test
    void saysWhatIsProvedAndWhatWaits() {
        Verdict verdict = check();

        assertThat(verdict.code()).isZero();
        assertThat(verdict.lines())
                .containsExactly(
                        "Proved: lines 1 to 18 of account " + Paper.ACCOUNT,
                        "by root 7 of 2026-11-21T07:05:00.000Z",
                        "signed with the key " + fingerprint(),
                        "Waiting for the next root: 2 lines",
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

        says("record 10, line 7 (VOID#gen_9): changed, or the line before it or the account was");
    }

    @Test
    void namesTheLineWhoseHashWasChanged() {
        replace(HEAD + 6, paper.head(7), paper.head(8));

        says(
                "record 10, line 7 (VOID#gen_6): changed, or the line before it or the account was",
                "record 11, line 8 (PENDING#gen_8): changed, or the line before it or the account"
                        + " was");
    }

    @Test
    void namesTheLineWhoseNumberWasChanged() {
        replace(HEAD + 6, "line 7 ", "line 70 ");

        assertThat(check().lines())
                .first()
                .isEqualTo("record 10, line 70 (VOID#gen_6): before it, lines 7 to 69 are missing");
    }

    @Test
    void namesTheLinesThatAreMissing() {
        records.subList(HEAD + 6, HEAD + 9).clear();

        says("record 10, line 10 (PENDING#gen_10): before it, lines 7 to 9 are missing");
    }

    @Test
    void namesALineThatStandsTwice() {
        records.add(HEAD + 12, records.get(HEAD + 6));

        says("record 16, line 7 (VOID#gen_6): doubled, inserted or out of order");
    }

    @Test
    void namesALineThatWasInserted() {
        String forged = Paper.text(5, "GRANT#gift", "\"AVAILABLE\":900,\"GIVEN\":-900", "gift");
        records.add(HEAD + 7, "line 7 " + paper.head(3) + " " + forged);

        says("record 11, line 7 (GRANT#gift): doubled, inserted or out of order");
    }

    @Test
    void namesALineThatWasInsertedWithTheRestCountedOn() {
        String forged = Paper.text(5, "GRANT#gift", "\"AVAILABLE\":900,\"GIVEN\":-900", "gift");
        records.add(HEAD + 6, "line 7 " + paper.head(3) + " " + forged);
        for (int i = HEAD + 7; i < HEAD + 21; i++) {
            replace(i, "line " + (i - HEAD) + " ", "line " + (i - HEAD + 1) + " ");
        }

        assertThat(check().lines())
                .first()
                .isEqualTo(
                        "record 10, line 7 (GRANT#gift): changed, or the line before it or the"
                                + " account was");
    }

    @Test
    void namesALineThatStandsOutOfOrder() {
        Collections.swap(records, HEAD + 6, HEAD + 7);

        says(
                "record 10, line 8 (PENDING#gen_8): before it, lines 7 to 7 are missing",
                "record 11, line 7 (VOID#gen_6): doubled, inserted or out of order");
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

        says("lines 1 to 18: do not lead to the signed head: rewritten");
    }

    @Test
    void refusesAWrongPath() {
        replace(HEAD + 21, " L", " R");

        says(UNPROVED);
    }

    @Test
    void refusesTheProofOfAnotherAccount() {
        records.set(HEAD + 21, paper.foreignProof());

        says(UNPROVED, "lines 1 to 3: do not lead to the signed head: rewritten");
    }

    @Test
    void refusesTheNameOfAnotherAccount() {
        replace(1, Paper.ACCOUNT, "acc_3bbb");

        says(
                "record 4, line 1 (GRANT#welcome): changed, or the line before it or the account"
                        + " was",
                UNPROVED);
    }

    @Test
    void refusesARootThatWasChanged() {
        replace(HEAD + 20, "\"accounts\":5", "\"accounts\":6");

        says("record 24: its signature is wrong, or its key is unknown", NO_ROOT);
    }

    @Test
    void refusesARootThatSomebodyElseSigned() {
        Paper other = new Paper(20, 18);
        records.set(HEAD + 20, other.root());

        says("record 24: its signature is wrong, or its key is unknown", NO_ROOT);
    }

    @Test
    void refusesAKeyUnderTheNameOfAnother() {
        Paper other = new Paper(20, 18);
        records.set(2, other.seal.keyRecord().replace(other.seal.keyId, paper.seal.keyId));
        records.set(HEAD + 20, other.root().replace(other.seal.keyId, paper.seal.keyId));

        says(
                "record 3: the name of this key is another's",
                "record 24: its signature is wrong, or its key is unknown",
                NO_ROOT);
    }

    @Test
    void refusesACheckpointThatWasChanged() {
        List<String> cut = paper.statementAfter(6);
        cut.set(3, cut.get(3).replace("\"AVAILABLE\":24", "\"AVAILABLE\":94"));

        assertThat(Program.check(Paper.file(cut), null).lines())
                .contains("record 4: its signature is wrong, or its key is unknown");
    }

    @Test
    void refusesTheCheckpointOfAnotherAccount() {
        List<String> cut = paper.statementAfter(6);
        cut.set(3, paper.checkpoint("acc_3bbb", 6));

        assertThat(Program.check(Paper.file(cut), null).lines())
                .contains("record 4: the checkpoint of another account");
    }

    @Test
    void saysThatNothingIsProvedWithoutARoot() {
        records.subList(HEAD + 20, HEAD + 22).clear();

        says(NO_ROOT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, HEAD + 20, HEAD + 21})
    void missesTheAccountTheRootAndItsProof(int index) {
        records.remove(index);

        assertThat(check().lines()).contains(NO_ROOT);
    }

    @Test
    void refusesAFileThatIsCut() {
        byte[] whole = Paper.file(records);
        Verdict verdict = Program.check(Arrays.copyOf(whole, whole.length - 30), null);

        assertThat(verdict.code()).isEqualTo(1);
        assertThat(verdict.words()).contains("record 25: is cut, the file has no end");
    }

    @Test
    void refusesLegsThatAreNotZeroTogether() {
        Paper odd = new Paper(3, 3);
        odd.texts.set(1, Paper.text(2, "GRANT#x", "\"AVAILABLE\":5,\"GIVEN\":-4", "x"));

        assertThat(Program.check(Paper.file(odd.statement()), null).lines())
                .contains("record 5, line 2 (GRANT#x): its legs are not zero together");
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
