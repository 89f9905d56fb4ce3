package dev.halftone.core.asset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an upload was not kept; each has one stable code. */
public enum AssetRefusal {
    /** Announced, but not there. */
    NOTHING_UPLOADED,
    /** Not the size that was announced. */
    WRONG_SIZE,
    /** Of another format than announced, though of one that is taken. */
    WRONG_TYPE,
    /** A picture that can hold scripts. */
    SVG,
    /** Announced as a sound, and not one of those that are taken. */
    UNSUPPORTED_SOUND,
    /** Of a format that is not taken. */
    UNSUPPORTED_TYPE,
    /** Its bytes are not a whole file of its format. */
    DAMAGED,
    /** Something follows, or hides in, what makes up the file. */
    TRAILING_DATA,
    TOO_MANY_PIXELS,
    TOO_LONG,
    /** More bytes than are fetched from an address. */
    TOO_LARGE,
    /** Not an address that is asked: another scheme or port, a name and password, a bare number. */
    ADDRESS_REFUSED,
    /** The address leads into a private network, at once or by a redirect. */
    PRIVATE_ADDRESS,
    TOO_MANY_REDIRECTS,
    /** The address does not answer, or not with a file. */
    UNREACHABLE,
    TOO_SLOW;

    public static Optional<AssetRefusal> parse(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
