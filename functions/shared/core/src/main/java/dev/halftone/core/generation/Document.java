package dev.halftone.core.generation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A text in a file: one JSON object on one line. Who asked the language model has held it against
 * the form that was asked for; here it is only made sure that it is text, whole and short.
 */
final class Document {

    /** So that a page of a history with nothing but texts still is one small answer. */
    static final int BYTES_MAX = 48 * 1024;

    private Document() {}

    static Optional<String> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                return Optional.empty();
            }
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text).filter(Document::isOneObject);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOneObject(String text) {
        return text.startsWith("{")
                && text.endsWith("}")
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
