package dev.halftone.providers;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import java.util.regex.Pattern;

/** A key as it goes into a header. */
public final class PrintableKey {

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");

    private PrintableKey() {}

    /**
     * The key in one word.
     *
     * @throws PermanentFailure if it is none: the client's own complaint would quote it
     */
    public static String of(String provider, SecretText key) {
        String text = key.reveal().strip();
        if (!PRINTABLE.matcher(text).matches()) {
            throw new PermanentFailure(provider, "the key is not one printable word");
        }
        return text;
    }
}
