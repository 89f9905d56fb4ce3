package dev.halftone.local;

import dev.halftone.core.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names the handler classes that run here by their content, so that anybody can see that they are
 * the ones in the packages for Lambda: {@code unzip -p functions/studio/target/lambda.zip
 * dev/halftone/function/studio/StudioHandler.class | sha256sum}.
 */
final class HandlerHashes {
    private static final int CHARACTERS = 12;

    private HandlerHashes() {}

    static String of(List<FunctionDeclaration> functions) {
        return functions.stream()
                .map(FunctionDeclaration::handlerClass)
                .map(name -> name.substring(name.lastIndexOf('.') + 1) + " " + hash(name))
                .collect(Collectors.joining(", "));
    }

    /** The first characters of the SHA-256 of the class file that was loaded. */
    static String hash(String className) {
        String file = "/" + className.replace('.', '/') + ".class";
        try (InputStream in = HandlerHashes.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("No class file of " + className);
            }
            return Digest.sha256Hex(in.readAllBytes()).substring(0, CHARACTERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
