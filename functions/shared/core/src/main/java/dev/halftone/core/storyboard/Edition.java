package dev.halftone.core.storyboard;

import dev.halftone.core.catalogue.ShotPlan;
import dev.halftone.core.catalogue.TextForm;
import java.util.List;
import java.util.Optional;

/**
 * What a storyboard consists of, since its plan was taken over; each change is the next version.
 *
 * @param version from 1, which is the plan itself
 * @param title of the story
 * @param shots in the order in which they are seen, 1 to {@link ShotPlan#SHOTS_MAX}
 * @param numbered the highest number that a shot has had, also of those that were removed
 */
public record Edition(int version, String title, List<Shot> shots, int numbered) {

    public static final int TITLE_CHARACTERS_MAX = Shot.TITLE_CHARACTERS_MAX;

    public Edition {
        shots = List.copyOf(shots);
        boolean distinct = shots.stream().map(Shot::number).distinct().count() == shots.size();
        boolean known = shots.stream().allMatch(shot -> shot.number() <= numbered);
        if (version < 1
                || !TextForm.Words.isPlain(title, TITLE_CHARACTERS_MAX)
                || shots.isEmpty()
                || shots.size() > ShotPlan.SHOTS_MAX
                || !distinct
                || !known) {
            throw new IllegalArgumentException("Not an edition");
        }
    }

    /** The plan itself, whose shots are numbered as they come. */
    public static Edition first(String title, List<Shot> shots) {
        return new Edition(1, title, shots, shots.size());
    }

    public Optional<Shot> shot(int number) {
        return shots.stream().filter(shot -> shot.number() == number).findFirst();
    }
}
