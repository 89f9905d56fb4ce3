package dev.halftone.core.safety;

import dev.halftone.core.account.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether the words of a request may be worked on, and keeps what was refused. It fails
 * closed: without an answer nothing is worked on.
 */
public final class CheckWords {

    private final @Nullable PromptCheck check;
    private final @Nullable Refusals refusals;

    public CheckWords(PromptCheck check, Refusals refusals) {
        this.check = check;
        this.refusals = refusals;
    }

    private CheckWords() {
        this.check = null;
        this.refusals = null;
    }

    /** Of a service that says that it checks no words. */
    public static CheckWords none() {
        return new CheckWords();
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** Go on; {@code null} for words that nobody judged. */
        record Passed(@Nullable Verdict verdict) implements Outcome {}

        record Refused(Verdict verdict) implements Outcome {}

        /** Nobody could be asked. */
        record Unavailable(Duration retryAfter, String detail) implements Outcome {}
    }

    /**
     * Judges them.
     *
     * @param request the derived id of what they belong to
     */
    public Outcome check(UserId user, String request, List<String> words, Instant now) {
        if (check == null || refusals == null) {
            return new Outcome.Passed(null);
        }
        return switch (check.check(words)) {
            case PromptCheck.Outcome.Passed(String checker) ->
                    new Outcome.Passed(new Verdict(Verdict.PASSED, checker, now));
            case PromptCheck.Outcome.Refused refused -> {
                Verdict verdict = new Verdict(refused.rule(), refused.checker(), now);
                refusals.keep(new Refusal(user, request, verdict));
                yield new Outcome.Refused(verdict);
            }
            case PromptCheck.Outcome.Unavailable unavailable ->
                    new Outcome.Unavailable(unavailable.retryAfter(), unavailable.detail());
        };
    }
}
