package dev.halftone.testing;

import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.ShotPlan;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationWish;
import dev.halftone.core.storyboard.Edition;
import dev.halftone.core.storyboard.Shot;
import dev.halftone.core.storyboard.Storyboard;
import dev.halftone.core.storyboard.StoryboardId;
import java.time.Instant;
import java.util.List;

/** Small valid storyboards. */
public final class StoryboardSamples {

    private StoryboardSamples() {}

    /** Three pictures, of which nothing is planned yet. */
    public static Storyboard planning(UserId owner, int number, Instant at) {
        return new Storyboard(
                StoryboardId.derive(Samples.signingKey(), owner, Person.key(number)),
                owner,
                "A lighthouse keeper finds a bottle",
                new ShotPlan(3, false),
                GenerationId.derive(Samples.signingKey(), owner, Person.key(number)),
                new GenerationWish(Samples.MODEL, "16:9", "1K", null),
                null,
                at);
    }

    /** As a plan would be. */
    public static Edition planned() {
        return Edition.first("The bottle", List.of(shot(1), shot(2), shot(3)));
    }

    public static Shot shot(int number) {
        return new Shot(number, "Shot " + number, "The keeper at step " + number, null);
    }
}
