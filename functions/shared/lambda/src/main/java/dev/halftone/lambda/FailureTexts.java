package dev.halftone.lambda;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Says in a person's language why a generation failed and what became of the credits. */
public final class FailureTexts {
    private static final String BUNDLE = "dev.halftone.lambda.failures";

    private FailureTexts() {}

    /**
     * One sentence or more, which end with what to do now.
     *
     * @param side what the provider's rules refused; {@code null} if they did not, or it did not
     *     say
     */
    public static String text(FailureReason reason, Objection.@Nullable Side side, Locale locale) {
        return ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        // The language of the machine must not decide.
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(side == null ? reason.code() : reason.code() + "_" + side.code());
    }
}
