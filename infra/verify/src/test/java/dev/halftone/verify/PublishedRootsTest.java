package dev.halftone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.verify.Program.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Protects: the root under a statement is the one that everybody else was shown. */
class PublishedRootsTest {
    // Records before the first root: the kind of file, the key.
    private static final int HEAD = 2;

    private static final String UNPUBLISHED = "root 7: is not published, or is published otherwise";

    private final Paper paper = new Paper(5, 4);
    private final List<String> roots = paper.roots();

    @Test
    void takesAStatementWhoseRootIsPublished() {
        assertThat(check().code()).isZero();
    }

    /** Pages of roots may begin anywhere. */
    @Test
    void takesRootsFromTheMiddleOn() {
        roots.subList(HEAD, HEAD + 4).clear();

        assertThat(check().code()).isZero();
    }

    @Test
    void namesAPublishedRootThatWasChanged() {
        roots.set(HEAD + 2, roots.get(HEAD + 2).replace("\"accounts\":5", "\"accounts\":4"));

        says(
                "roots, record 5: its signature is wrong, or its key is unknown",
                "roots, record 6: root 4 does not follow from the one before it");
    }

    @Test
    void namesAPublishedRootThatIsMissing() {
        roots.remove(HEAD + 2);

        says("roots, record 5: root 4 does not follow from the one before it");
    }

    @Test
    void namesAPublishedRootThatWasSignedAnew() {
        String other = paper.rootTexts().get(2).replace("\"accounts\":5", "\"accounts\":4");
        roots.set(HEAD + 2, paper.seal.signed("root", other));

        says("roots, record 6: root 4 does not follow from the one before it");
    }

    @Test
    void namesARootThatStandsTwice() {
        roots.add(HEAD + 2, roots.get(HEAD + 2));

        says("roots, record 6: root 3 does not follow from the one before it");
    }

    @Test
    void refusesAStatementWhoseRootIsNotPublished() {
        roots.subList(HEAD + 6, HEAD + 9).clear();

        says(UNPUBLISHED);
    }

    @Test
    void refusesAStatementWhoseRootIsPublishedOtherwise() {
        Paper shown = new Paper(5, 3);
        List<String> others = List.copyOf(shown.rootTexts());
        for (int i = 0; i < others.size(); i++) {
            roots.set(HEAD + i, paper.seal.signed("root", others.get(i)));
        }

        says(UNPUBLISHED);
    }

    @Test
    void refusesRootsThatAnotherKeySigned() {
        Paper other = new Paper(5, 4);

        Verdict verdict = Program.check(Paper.file(paper.statement()), Paper.file(other.roots()));

        assertThat(verdict.lines()).contains(UNPUBLISHED);
    }

    private Verdict check() {
        return Program.check(Paper.file(paper.statement()), Paper.file(roots));
    }

    private void says(String... faults) {
        Verdict verdict = check();

        assertThat(verdict.code()).isEqualTo(1);
        assertThat(verdict.lines()).startsWith(faults).hasSize(faults.length + 1);
    }
}
