package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.GenerationWish;
import dev.halftone.core.storyboard.Edition;
import dev.halftone.core.storyboard.Shot;
import dev.halftone.core.storyboard.Storyboard;
import dev.halftone.core.storyboard.Storyboards;
import dev.halftone.core.storyboard.Storyboards.CreateOutcome;
import dev.halftone.core.storyboard.Storyboards.EditOutcome;
import dev.halftone.core.storyboard.Take;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Storyboards} does. */
public abstract class StoryboardsContract {

    private final Person person = Person.fresh();

    protected abstract Storyboards storyboards();

    @Test
    void createsOneHoweverOftenItIsTold() {
        Storyboard first = storyboard(1);

        assertThat(storyboards().create(first)).isEqualTo(new CreateOutcome.Created(first));
        assertThat(storyboards().create(first)).isEqualTo(new CreateOutcome.Existing(first));
        assertThat(storyboards().of(person.user())).containsExactly(first);
        assertThat(storyboards().find(person.user(), first.id())).contains(first);
    }

    @Test
    void keepsShotsInTheirOrderAndTheirNumbers() {
        Storyboard first = film(1);
        storyboards().create(first);
        Edition edition =
                new Edition(
                        1,
                        "The bottle",
                        List.of(
                                new Shot(2, "Second", "It opens", 8),
                                new Shot(1, "First", "It lies", 4)),
                        3);

        assertThat(storyboards().edit(person.user(), first.id(), edition))
                .isEqualTo(new EditOutcome.Kept(first.with(edition)));
        assertThat(storyboards().find(person.user(), first.id())).contains(first.with(edition));
    }

    /** Two windows: the second is told what the first wrote. */
    @Test
    void overwritesNoEditionThatItsWriterHasNotSeen() {
        Storyboard first = storyboard(1);
        storyboards().create(first);
        Edition planned = StoryboardSamples.planned();
        storyboards().edit(person.user(), first.id(), planned);
        Edition theirs = new Edition(2, "Theirs", planned.shots(), 3);
        storyboards().edit(person.user(), first.id(), theirs);

        assertThat(
                        storyboards()
                                .edit(
                                        person.user(),
                                        first.id(),
                                        new Edition(2, "Mine", planned.shots(), 3)))
                .isEqualTo(new EditOutcome.Overtaken(first.with(theirs)));
        assertThat(storyboards().edit(person.user(), first.id(), theirs))
                .isEqualTo(new EditOutcome.Kept(first.with(theirs)));
    }

    @Test
    void notesATakeOnceAndTakesItBack() {
        Storyboard first = storyboard(1);
        storyboards().create(first);
        Take take = new Take(2, Samples.generationId(1), person.now());
        Take later = new Take(1, Samples.generationId(2), person.now().plusSeconds(1));
        storyboards().note(person.user(), first.id(), later);
        storyboards().note(person.user(), first.id(), take);
        storyboards().note(person.user(), first.id(), take);

        assertThat(storyboards().takes(person.user(), first.id())).containsExactly(take, later);

        storyboards().drop(person.user(), first.id(), take.generation());

        assertThat(storyboards().takes(person.user(), first.id())).containsExactly(later);
    }

    @Test
    void forgetsAStoryboardWithItsTakes() {
        Storyboard first = storyboard(1);
        storyboards().create(first);
        storyboards()
                .note(
                        person.user(),
                        first.id(),
                        new Take(1, Samples.generationId(1), person.now()));

        assertThat(storyboards().delete(person.user(), first.id())).isTrue();
        assertThat(storyboards().delete(person.user(), first.id())).isFalse();
        assertThat(storyboards().takes(person.user(), first.id())).isEmpty();
        assertThat(storyboards().edit(person.user(), first.id(), StoryboardSamples.planned()))
                .isEqualTo(new EditOutcome.Unknown());
        assertThat(storyboards().of(person.user())).isEmpty();
    }

    @Test
    void showsNobodyElsesStoryboard() {
        Storyboard first = storyboard(1);
        storyboards().create(first);
        Person stranger = Person.fresh();

        assertThat(storyboards().find(stranger.user(), first.id())).isEmpty();
        assertThat(storyboards().of(stranger.user())).isEmpty();
        assertThat(storyboards().delete(stranger.user(), first.id())).isFalse();
    }

    private Storyboard storyboard(int number) {
        return StoryboardSamples.planning(person.user(), number, person.now());
    }

    private Storyboard film(int number) {
        Storyboard like = storyboard(number);
        return new Storyboard(
                like.id(),
                like.owner(),
                like.brief(),
                like.plan(),
                like.planning(),
                new GenerationWish(Samples.VIDEO_MODEL, "16:9", "720p", 4),
                null,
                like.createdAt());
    }
}
