package dev.halftone.core.account;

import dev.halftone.core.Digest;
import dev.halftone.core.Entropy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What a program shows: {@code halftone_<32 digits of the user id>_<43 random characters><6 of a
 * checksum>}. The prefix lets scanners find leaked ones, the checksum refuses typing errors without
 * a read, and a double click selects all of it. Only the hash of the random part is stored.
 */
public record ApiTokenSecret(UserId user, String secret) {

    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    // 43 of 62 characters are just over 256 bits.
    private static final int SECRET_CHARACTERS = 43;
    private static final int CHECK_CHARACTERS = 6;
    private static final int LAST_CHARACTERS = 4;
    // The largest multiple of 62 in a byte: what lies above would make some characters likelier.
    private static final int UNBIASED_MAX = 248;
    private static final int BYTES_AT_ONCE = 64;
    private static final int DRAWS_MAX = 16;
    private static final String USER_PREFIX = "usr_";
    private static final Pattern SECRET = Pattern.compile("[0-9A-Za-z]{43}");
    private static final Pattern FORM =
            Pattern.compile("halftone_([0-9a-f]{32})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})");

    public ApiTokenSecret {
        if (!SECRET.matcher(secret).matches()) {
            throw new IllegalArgumentException("Not the secret of an API token");
        }
    }

    public static ApiTokenSecret fresh(UserId user, Entropy entropy) {
        StringBuilder secret = new StringBuilder();
        for (int draw = 0; draw < DRAWS_MAX && secret.length() < SECRET_CHARACTERS; draw++) {
            for (byte each : entropy.bytes(BYTES_AT_ONCE)) {
                int number = Byte.toUnsignedInt(each);
                if (number < UNBIASED_MAX && secret.length() < SECRET_CHARACTERS) {
                    secret.append(ALPHABET.charAt(number % ALPHABET.length()));
                }
            }
        }
        return new ApiTokenSecret(user, secret.toString());
    }

    /** Reads what a program showed; anything that is not exactly a token is no token. */
    public static Optional<ApiTokenSecret> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        ApiTokenSecret read =
                new ApiTokenSecret(new UserId(USER_PREFIX + form.group(1)), form.group(2));
        return read.check().equals(form.group(3)) ? Optional.of(read) : Optional.empty();
    }

    /** What the owner is shown once, and what a program sends. */
    public String text() {
        return beginning() + secret + check();
    }

    /** The only form in which the secret is stored. */
    public String hash() {
        return Digest.sha256Hex(secret);
    }

    /** By what the owner knows it again: it is too little to guess the rest. */
    public String lastFour() {
        String text = text();
        return text.substring(text.length() - LAST_CHARACTERS);
    }

    private String beginning() {
        return "halftone_" + user.value().substring(USER_PREFIX.length()) + "_";
    }

    /** CRC-32 of all before it, in base 62. */
    private String check() {
        CRC32 crc = new CRC32();
        crc.update((beginning() + secret).getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        char[] digits = new char[CHECK_CHARACTERS];
        for (int place = CHECK_CHARACTERS - 1; place >= 0; place--) {
            digits[place] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return new String(digits);
    }

    @Override
    public String toString() {
        return "ApiTokenSecret[" + user + ", REDACTED]";
    }
}
