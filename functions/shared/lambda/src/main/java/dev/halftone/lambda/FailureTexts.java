package dev.halftone.lambda;

import dev.halftone.core.generation.FailureReason;
import java.util.Locale;
import java.util.ResourceBundle;

/** Says in a person's language why a generation failed and what became of the credits. */
public final class FailureTexts {
    private static final String BUNDLE = "dev.halftone.lambda.failures";

    private FailureTexts() {}

    public static String text(FailureReason reason, Locale locale) {
        return ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        // The language of the machine must not decide.
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(reason.code());
    }
}
