package dev.halftone.providers;

import dev.halftone.core.generation.ProviderInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;

/** How a file that an order brings along is put into JSON. */
public final class InputMedia {

    private InputMedia() {}

    /** Its bytes in base64. */
    public static String base64(ProviderInput input) {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(input.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file itself, where a provider takes an address. (RFC 2397) */
    public static String address(ProviderInput input) {
        return "data:" + input.contentType() + ";base64," + base64(input);
    }
}
