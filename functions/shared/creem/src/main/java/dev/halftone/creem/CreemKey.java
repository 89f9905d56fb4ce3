package dev.halftone.creem;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import java.util.regex.Pattern;

/** Our key; what it begins with says whether money moves. */
final class CreemKey {

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");

    private final String text;

    private CreemKey(String text) {
        this.text = text;
    }

    /**
     * The key in one word.
     *
     * @throws PermanentFailure if it is none: the client's own complaint would quote it
     */
    static CreemKey of(SecretText secret) {
        String text = secret.reveal().strip();
        if (!PRINTABLE.matcher(text).matches()) {
            throw new PermanentFailure(CreemProtocol.NAME, "the key is not one printable word");
        }
        return new CreemKey(text);
    }

    boolean isLive() {
        return !text.startsWith(CreemProtocol.TEST_KEY_PREFIX);
    }

    String header() {
        return text;
    }
}
