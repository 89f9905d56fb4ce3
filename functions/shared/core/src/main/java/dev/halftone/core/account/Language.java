package dev.halftone.core.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that Halftone speaks. */
public enum Language {
    EN(Locale.ENGLISH),
    DE(Locale.GERMAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The tag of BCP 47 by which requests and stored profiles name it, such as {@code de}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** The language of exactly this tag. */
    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values()).filter(each -> each.tag().equals(tag)).findFirst();
    }
}
