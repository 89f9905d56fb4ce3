package dev.halftone.core.storyboard;

import dev.halftone.core.generation.Generation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A storyboard with all that has become of it.
 *
 * @param planning the generation that plans it; {@code null} if there is none any more
 * @param made what was asked for its shots, oldest first; what was removed is not among it
 */
public record StoryboardView(
        Storyboard storyboard, State state, @Nullable Generation planning, List<Made> made) {

    /** How far it is. */
    public enum State {
        PLANNING,
        READY,
        /** There is no plan; what it was to cost has come back. */
        FAILED
    }

    /** A generation of a shot. */
    public record Made(int shot, Generation generation) {}

    public StoryboardView {
        made = List.copyOf(made);
    }

    /** What was asked for that shot, oldest first. */
    public List<Generation> of(Shot shot) {
        return made.stream()
                .filter(each -> each.shot() == shot.number())
                .map(Made::generation)
                .toList();
    }
}
