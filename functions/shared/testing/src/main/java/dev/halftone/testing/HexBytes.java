package dev.halftone.testing;

import java.util.HexFormat;

/** Bytes as a specification prints them. */
final class HexBytes {

    private HexBytes() {}

    static byte[] of(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
