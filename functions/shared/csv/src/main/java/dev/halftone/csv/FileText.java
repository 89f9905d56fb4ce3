package dev.halftone.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of a file, if it is UTF-8. What it is else can only be guessed, and is not. */
sealed interface FileText {

    record Text(String text) implements FileText {}

    record Refused(String code) implements FileText {}

    static FileText of(byte[] file) {
        if (startsWith(file, 0xFF, 0xFE) || startsWith(file, 0xFE, 0xFF)) {
            return new Refused("csv_utf16");
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            // What a gateway puts in the place of bytes that it could not read.
            if (text.indexOf('\uFFFD') >= 0) {
                return new Refused("csv_not_utf8");
            }
            if (text.indexOf('\0') >= 0) {
                return new Refused("csv_nul");
            }
            return new Text(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException _) {
            return new Refused("csv_not_utf8");
        }
    }

    private static boolean startsWith(byte[] file, int first, int second) {
        return file.length > 1 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }
}
