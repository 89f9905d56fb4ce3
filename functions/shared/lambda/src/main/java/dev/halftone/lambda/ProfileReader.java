package dev.halftone.lambda;

import dev.halftone.core.profile.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the profile that the deployment names from those that the build put on the class path. */
public final class ProfileReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");

    private ProfileReader() {}

    /**
     * Reads {@code profiles/<name>.json}.
     *
     * @throws IllegalArgumentException naming everything that is wrong with it
     */
    public static Profile read(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a profile");
        }
        String path = "/profiles/" + name + ".json";
        try (InputStream in = ProfileReader.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("This build has no profile " + name);
            }
            return parse(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the profile called {@code name} from its JSON text.
     *
     * @throws IllegalArgumentException naming everything that is wrong with it
     */
    public static Profile parse(String name, byte[] json) {
        try {
            JsonNode tree = Json.tree(new String(json, StandardCharsets.UTF_8));
            return new ProfileDocument(tree).profile(name);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Profile " + name + " is not JSON", e);
        }
    }
}
