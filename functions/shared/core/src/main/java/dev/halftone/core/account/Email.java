package dev.halftone.core.account;

import dev.halftone.core.Digest;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One e-mail address in the one spelling under which it is compared: compatibility characters
 * replaced (NFKC), lower-case, its domain in ASCII. The mailbox itself is proven by whoever vouches
 * for it.
 *
 * <p>Normalised first and checked after, so that no character turns into a second {@code @} behind
 * the check. Dots and {@code +tags} stay: only the mail server knows what they mean.
 */
public record Email(String value) {

    // The longest address that SMTP can carry (RFC 5321, section 4.5.3.1.3).
    private static final int CHARACTERS_MAX = 254;
    // The dot-atom of RFC 5322, section 3.2.3; a quoted local part is nobody's in practice.
    private static final Pattern LOCAL_PART =
            Pattern.compile(
                    "(?=.{1,64}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");

    public Email {
        value = normalised(value);
        if (value.length() > CHARACTERS_MAX) {
            throw notAnAddress();
        }
    }

    /** SHA-256 of the address: by which it is found without being read. */
    public String hash() {
        return Digest.sha256Hex(value);
    }

    private static String normalised(String given) {
        String text = Normalizer.normalize(given.strip(), Normalizer.Form.NFKC);
        int at = text.indexOf('@');
        if (at < 0 || text.length() > CHARACTERS_MAX) {
            throw notAnAddress();
        }
        String localPart = text.substring(0, at).toLowerCase(Locale.ROOT);
        String domain =
                IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES)
                        .toLowerCase(Locale.ROOT);
        if (!LOCAL_PART.matcher(localPart).matches() || !DOMAIN.matcher(domain).matches()) {
            throw notAnAddress();
        }
        return localPart + "@" + domain;
    }

    private static IllegalArgumentException notAnAddress() {
        return new IllegalArgumentException("Not an e-mail address");
    }
}
