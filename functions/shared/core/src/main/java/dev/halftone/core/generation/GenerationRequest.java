package dev.halftone.core.generation;

import dev.halftone.core.Digest;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.Resolution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked for.
 *
 * @param duration how long the film is to be; {@code null} for a picture
 */
public record GenerationRequest(
        String model,
        String prompt,
        AspectRatio aspectRatio,
        Resolution resolution,
        @Nullable Duration duration) {

    public GenerationRequest {
        if ((duration != null) != (resolution.kind() == MediaKind.VIDEO)) {
            throw new IllegalArgumentException("A film has a duration, and a picture none");
        }
    }

    public MediaKind kind() {
        return resolution.kind();
    }

    /** The duration as programs say it. */
    public @Nullable Integer durationSeconds() {
        return duration == null ? null : Math.toIntExact(duration.toSeconds());
    }

    /** Everything that the price depends on; the prompt is free. */
    public String pricedHash() {
        List<String> parts =
                new ArrayList<>(List.of(model, aspectRatio.toString(), resolution.label()));
        if (duration != null) {
            parts.add(duration.toString());
        }
        return hashOf(parts);
    }

    private static String hashOf(List<String> parts) {
        StringBuilder canonical = new StringBuilder();
        for (String part : parts) {
            // The length keeps ("ab","c") apart from ("a","bc").
            canonical.append(part.length()).append(':').append(part).append('\n');
        }
        return Digest.sha256Hex(canonical.toString());
    }
}
