package dev.halftone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.verify.Program.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Protects: the root under a statement is the one that everybody else was shown. */
class PublishedRootsTest {
    // Records before the first root: the kind of file, the key.
    private static final int HEAD = 2;

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
                "roots, root 3: its signature is wrong",
                "roots, root 4: does not follow from the root before it, one of the two was"
                        + " changed");
    }

    @Test
    void namesAPublishedRootThatIsMissing() {
        roots.remove(HEAD + 2);

        says("roots, before root 4: missing from 3");
    }

    @Test
    void namesAPublishedRootThatWasSignedAnew() {
        String other = paper.rootTexts().get(2).replace("\"accounts\":5", "\"accounts\":4");
        roots.set(HEAD + 2, paper.seal.signed("root", other));

        says("roots, root 4: does not follow from the root before it, one of the two was changed");
    }

    @Test
    void namesARootThatStandsTwice() {
        roots.add(HEAD + 2, roots.get(HEAD + 2));

        says("roots, root 3: stands twice");
    }

    @Test
    void refusesAStatementWhoseRootIsNotPublished() {
        roots.subList(HEAD + 6, HEAD + 9).clear();

        says("root 7: is not published");
    }

    @Test
    void refusesAStatementWhoseRootIsPublishedOtherwise() {
        Paper shown = new Paper(5, 3);
        List<String> others = List.copyOf(shown.rootTexts());
        for (int i = 0; i < others.size(); i++) {
            roots.set(HEAD + i, paper.seal.signed("root", others.get(i)));
        }

        says("root 7: is published otherwise");
    }

    @Test
    void refusesAKeyThatIsNotPublished() {
        Paper other = new Paper(5, 4);

        Verdict verdict = Program.check(Paper.file(paper.statement()), Paper.file(other.roots()));

        assertThat(verdict.lines())
                .contains("key " + paper.seal.keyId + ": is not among the published keys");
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
