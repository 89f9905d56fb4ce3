package dev.halftone.testing;

import dev.halftone.core.safety.PromptCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Judges by words that a test chooses, and remembers what it was shown. */
public final class ScriptedPromptCheck implements PromptCheck {

    public static final String CHECKER = "moderation/test";
    public static final String RULE = "illicit/violent";

    /** Words with this in them are refused. */
    public static final String UNSAFE = "[unsafe]";

    /** About words with this in them nobody can be asked. */
    public static final String DOWN = "[check down]";

    public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final List<List<String>> shown = new ArrayList<>();
    private boolean isDown;

    @Override
    public synchronized Outcome check(List<String> words) {
        shown.add(List.copyOf(words));
        if (isDown || words.stream().anyMatch(each -> each.contains(DOWN))) {
            return new Outcome.Unavailable(RETRY_AFTER, "by a test");
        }
        return words.stream().anyMatch(each -> each.contains(UNSAFE))
                ? new Outcome.Refused(RULE, CHECKER)
                : new Outcome.Passed(CHECKER);
    }

    /** Nobody can be asked about anything. */
    public synchronized void fail() {
        isDown = true;
    }

    public synchronized void recover() {
        isDown = false;
    }

    /** What it was shown, request by request. */
    public synchronized List<List<String>> shown() {
        return List.copyOf(shown);
    }
}
