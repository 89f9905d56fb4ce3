package dev.halftone.core.account;

import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address, lower-cased; the mailbox itself is proven by whoever vouches for it. */
public record Email(String value) {

    // The longest address that SMTP can carry (RFC 5321, section 4.5.3.1.3).
    private static final int CHARACTERS_MAX = 254;
    private static final Pattern FORM = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)*");

    public Email {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > CHARACTERS_MAX || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }
}
