package dev.halftone.core.generation;

import java.nio.file.Path;

/**
 * A file that an order brings along.
 *
 * @param file on this machine, for as long as the call lasts
 */
public record ProviderInput(Role role, String contentType, Path file) {

    /** What it is to the work. */
    public enum Role {
        /** Who is to be seen. */
        PICTURE,
        /** What is to be said. */
        SOUND
    }
}
