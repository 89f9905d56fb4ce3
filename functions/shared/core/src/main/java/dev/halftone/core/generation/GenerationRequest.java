package dev.halftone.core.generation;

import dev.halftone.core.Digest;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Resolution;
import java.util.List;

/** What a person asked for. */
public record GenerationRequest(
        String model, String prompt, AspectRatio aspectRatio, Resolution resolution) {

    /** Everything that the price depends on; the prompt is free. */
    public String pricedHash() {
        return hashOf(List.of(model, aspectRatio.toString(), resolution.label()));
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
