package dev.halftone.core.catalogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a storyboard is to be planned as.
 *
 * @param shots {@value #SHOTS_MIN} to {@value #SHOTS_MAX}
 * @param moving whether the shots are films, which last, or pictures
 */
public record ShotPlan(int shots, boolean moving) {

    public static final int SHOTS_MIN = 2;

    /** More than one storyboard's plan would not fit where a text is kept. */
    public static final int SHOTS_MAX = 12;

    private static final Pattern NAME = Pattern.compile("storyboard-(\\d{1,2})(-films)?");

    public ShotPlan {
        if (!isPossible(shots)) {
            throw new IllegalArgumentException("A storyboard has no " + shots + " shots");
        }
    }

    public static boolean isPossible(int shots) {
        return shots >= SHOTS_MIN && shots <= SHOTS_MAX;
    }

    /** The name of the task that plans it. */
    String name() {
        return "storyboard-" + shots + (moving ? "-films" : "");
    }

    /** The plan that a task of that name makes, if any. */
    static Optional<ShotPlan> named(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() && isPossible(Integer.parseInt(matcher.group(1)))
                ? Optional.of(
                        new ShotPlan(Integer.parseInt(matcher.group(1)), matcher.group(2) != null))
                : Optional.empty();
    }
}
