package dev.halftone.core.generation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a provider refused.
 *
 * @param rule the provider's own name for the rule or the category, of {@link #RULE_FORM}, which no
 *     sentence has; {@code null} if it did not say
 */
public record Objection(Side side, @Nullable String rule) {

    /** A name has this form, and what quotes a prompt has not. */
    static final Pattern RULE_FORM = Pattern.compile("[A-Za-z0-9_./-]{1,64}");

    /** On which side of the model it was. */
    public enum Side {
        /** What was asked for: the words, or a file that came with them. */
        PROMPT,
        /** What the model made of it. */
        RESULT;

        /** Stable, for programs. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Side> ofCode(String code) {
            return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
        }
    }

    public Objection {
        if (rule != null && !RULE_FORM.matcher(rule).matches()) {
            throw new IllegalArgumentException("Not the name of a rule");
        }
    }

    /** To what was asked for. */
    public static Objection toPrompt(@Nullable String rule) {
        return new Objection(Side.PROMPT, rule);
    }

    /** To what was made. */
    public static Objection toResult(@Nullable String rule) {
        return new Objection(Side.RESULT, rule);
    }

    /** Nothing but moderation objects to anything; not every provider says to what. */
    static void requireFits(FailureReason reason, @Nullable Objection objection) {
        if (objection != null && reason != FailureReason.MODERATION) {
            throw new IllegalArgumentException("No rule was broken by " + reason.code());
        }
    }
}
