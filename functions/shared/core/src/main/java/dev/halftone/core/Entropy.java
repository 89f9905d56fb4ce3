package dev.halftone.core;

import java.util.Base64;

/** A source of unpredictable bytes; composed once per function so that tests can fix it. */
@FunctionalInterface
public interface Entropy {

    /** Returns {@code count} fresh bytes. */
    byte[] bytes(int count);

    /** {@code byteCount} fresh bytes as unpadded base64url text. */
    default String text(int byteCount) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(byteCount));
    }
}
