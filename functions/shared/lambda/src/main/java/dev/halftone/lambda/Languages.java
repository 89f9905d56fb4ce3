package dev.halftone.lambda;

import java.util.List;
import java.util.Locale;

/** The languages that Halftone answers in. */
final class Languages {
    static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

    // Parsing is linear, but nobody states more preferences than fit here.
    private static final int HEADER_CHARACTERS_MAX = 200;

    private Languages() {}

    /** The best match for an Accept-Language header; English if there is none. */
    static Locale choose(String acceptLanguage) {
        if (acceptLanguage.isBlank() || acceptLanguage.length() > HEADER_CHARACTERS_MAX) {
            return Locale.ENGLISH;
        }
        try {
            Locale match =
                    Locale.lookup(Locale.LanguageRange.parse(acceptLanguage.strip()), SPOKEN);
            return match == null ? Locale.ENGLISH : match;
        } catch (IllegalArgumentException _) {
            return Locale.ENGLISH;
        }
    }
}
