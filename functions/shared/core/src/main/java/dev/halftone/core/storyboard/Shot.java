package dev.halftone.core.storyboard;

import dev.halftone.core.catalogue.StoryboardTask;
import dev.halftone.core.catalogue.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * One shot of a storyboard, made by a model that knows nothing of the others.
 *
 * @param number names it within its storyboard, from 1, wherever it stands; never given twice
 * @param title what it shows, in a few words
 * @param prompt all that its model is told
 * @param seconds how long it lasts; {@code null} for a picture
 */
public record Shot(int number, String title, String prompt, @Nullable Integer seconds) {

    public static final int TITLE_CHARACTERS_MAX = StoryboardTask.TITLE_CHARACTERS_MAX;

    /** A person may write more than a plan does; a model may take less. */
    public static final int PROMPT_CHARACTERS_MAX = 2_000;

    public Shot {
        if (number < 1
                || !TextForm.Words.isPlain(title, TITLE_CHARACTERS_MAX)
                || !TextForm.Words.isPlain(prompt, PROMPT_CHARACTERS_MAX)
                || (seconds != null && !isLength(seconds))) {
            throw new IllegalArgumentException("Not a shot");
        }
    }

    public static boolean isLength(int seconds) {
        return seconds >= 1 && seconds <= StoryboardTask.SECONDS_MAX;
    }
}
