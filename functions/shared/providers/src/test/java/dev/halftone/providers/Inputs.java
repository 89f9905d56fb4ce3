package dev.halftone.providers;

import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.generation.ProviderInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that an order brings along: each says what it is. */
public final class Inputs {

    private Inputs() {}

    /** A file of that name in the folder. */
    public static ProviderInput of(InputRole role, String contentType, Path folder, String name) {
        try {
            return new ProviderInput(
                    role, contentType, Files.writeString(folder.resolve(name), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
