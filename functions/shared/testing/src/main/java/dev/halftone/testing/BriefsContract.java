package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.brief.Brief;
import dev.halftone.core.brief.BriefId;
import dev.halftone.core.brief.Briefs;
import dev.halftone.core.brief.Briefs.BriefOutcome;
import org.junit.jupiter.api.Test;

/** What every {@link Briefs} does. */
public abstract class BriefsContract {

    private final Person person = Person.fresh();

    protected abstract Briefs briefs();

    @Test
    void keepsEveryWording() {
        Brief first = brief(1, "a grey cat");
        Brief second = brief(2, "a black cat");

        assertThat(briefs().create(first)).isEqualTo(new BriefOutcome.Written(first));
        assertThat(briefs().rewrite(second)).isEqualTo(new BriefOutcome.Written(second));

        assertThat(briefs().latest(person.user(), first.id())).contains(second);
        assertThat(briefs().find(person.user(), first.id(), 1)).contains(first);
        assertThat(briefs().find(person.user(), first.id(), 2)).contains(second);
        assertThat(briefs().find(person.user(), first.id(), 3)).isEmpty();
        assertThat(briefs().of(person.user())).containsExactly(second);
    }

    /** Two people at two desks: the second is told what the first wrote. */
    @Test
    void overwritesNoWordingThatItsWriterHasNotSeen() {
        briefs().create(brief(1, "a grey cat"));
        Brief theirs = brief(2, "a black cat");
        briefs().rewrite(theirs);

        assertThat(briefs().rewrite(brief(2, "a white cat")))
                .isEqualTo(new BriefOutcome.Overtaken(theirs));
        assertThat(briefs().rewrite(theirs)).isEqualTo(new BriefOutcome.Written(theirs));
    }

    @Test
    void forgetsABriefWithAllItsWordings() {
        Brief first = brief(1, "a grey cat");
        briefs().create(first);
        briefs().rewrite(brief(2, "a black cat"));

        assertThat(briefs().delete(person.user(), first.id())).isTrue();
        assertThat(briefs().delete(person.user(), first.id())).isFalse();
        assertThat(briefs().find(person.user(), first.id(), 1)).isEmpty();
        assertThat(briefs().rewrite(brief(3, "a red cat"))).isEqualTo(new BriefOutcome.Unknown());
        assertThat(briefs().of(person.user())).isEmpty();
    }

    @Test
    void showsNobodyElsesBrief() {
        Brief first = brief(1, "a grey cat");
        briefs().create(first);
        Person stranger = Person.fresh();

        assertThat(briefs().latest(stranger.user(), first.id())).isEmpty();
        assertThat(briefs().find(stranger.user(), first.id(), 1)).isEmpty();
        assertThat(briefs().delete(stranger.user(), first.id())).isFalse();
    }

    @Test
    void createsOneHoweverOftenItIsTold() {
        Brief first = brief(1, "a grey cat");
        briefs().create(first);

        assertThat(briefs().create(brief(1, "another"))).isEqualTo(new BriefOutcome.Written(first));
    }

    private Brief brief(int version, String text) {
        BriefId id = BriefId.derive(Samples.signingKey(), person.user(), Person.key(1));
        return new Brief(id, person.user(), "Mina", text, version, person.now());
    }
}
