package dev.halftone.core.generation;

import dev.halftone.core.account.UserId;
import java.util.regex.Pattern;

/**
 * Where an object lies. Every key begins with its owner's own prefix, so that no object can be
 * filed under, or erased with, somebody else's.
 */
public record ObjectKey(String value) {

    private static final Pattern FORM =
            Pattern.compile(
                    "u/usr_[0-9a-f]{32}/out/gen_[0-9a-f]{32}/\\d{1,3}\\.(?:png|jpg|webp|mp4|json)");

    public ObjectKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an object key");
        }
    }

    /** Derived from the generation, so that storing a result twice writes one object. */
    public static ObjectKey result(
            UserId owner, GenerationId generation, int index, MediaType type) {
        return new ObjectKey(
                "u/" + owner + "/out/" + generation + "/" + index + "." + type.ending());
    }
}
