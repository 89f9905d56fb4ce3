package dev.halftone.core.generation;

import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.catalogue.Format;
import dev.halftone.core.catalogue.MediaKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A delivered file as its own bytes describe it; what a provider calls it is not believed.
 *
 * @param size {@code null} for a text
 * @param duration of a film; {@code null} for anything else
 * @param document of a text; {@code null} for a picture or film
 * @param heard whether a film has a sound
 */
record MediaFile(
        MediaType type,
        @Nullable Dimensions size,
        @Nullable Duration duration,
        @Nullable String document,
        boolean heard) {

    /** One that is not heard. */
    MediaFile(
            MediaType type,
            @Nullable Dimensions size,
            @Nullable Duration duration,
            @Nullable String document) {
        this(type, size, duration, document, false);
    }

    // Models count frames, so a film is a few frames longer or shorter than the seconds asked for.
    // Half a second is less than any step between the lengths on offer.
    private static final Duration DURATION_TOLERANCE = Duration.ofMillis(500);

    // Of a film that is brought along, the last second has only begun.
    private static final Duration LAST_SECOND = Duration.ofSeconds(1);

    /** The file, or empty if it is not one whole file of a format that is delivered. */
    static Optional<MediaFile> read(Path file, MediaKind kind) {
        return switch (kind) {
            case IMAGE ->
                    picture(MediaType.PNG, Png.read(file))
                            .or(() -> picture(MediaType.JPEG, Jpeg.read(file)))
                            .or(() -> picture(MediaType.WEBP, Webp.read(file)));
            case VIDEO ->
                    Mp4.read(file)
                            .map(
                                    film ->
                                            new MediaFile(
                                                    MediaType.MP4,
                                                    film.size(),
                                                    film.length(),
                                                    null,
                                                    film.heard()));
            case TEXT ->
                    Document.read(file)
                            .map(text -> new MediaFile(MediaType.JSON, null, null, text));
        };
    }

    private static Optional<MediaFile> picture(MediaType type, Optional<Dimensions> read) {
        return read.map(size -> new MediaFile(type, size, null, null));
    }

    /**
     * Whether it has the ratio, the duration and the sound that were asked for, and at least the
     * size. A sound that nobody asked for is let be.
     */
    boolean isWhatWasAskedFor(GenerationRequest request) {
        return switch (request.format()) {
            case Format.Picture _ -> isLargeEnough(request);
            case Format.Film film ->
                    isLargeEnough(request)
                            && (heard || !request.isHeard())
                            && lasts(film.duration(), request.isDubbed());
            case Format.Text _ -> document != null;
        };
    }

    private boolean isLargeEnough(GenerationRequest request) {
        return size != null && request.resolution().isMetBy(size, request.aspectRatio());
    }

    private boolean lasts(Duration asked, boolean begun) {
        Duration least = begun ? asked.minus(LAST_SECOND) : asked;
        return duration != null
                && duration.compareTo(least.minus(DURATION_TOLERANCE)) >= 0
                && duration.compareTo(asked.plus(DURATION_TOLERANCE)) <= 0;
    }

    /** For operators. */
    String summary() {
        String length = duration == null ? "" : " of " + duration.toMillis() + " ms";
        String measure = size == null ? "" : ", " + size.width() + " x " + size.height();
        String sound = heard ? ", heard" : "";
        return type + length + measure + sound;
    }
}
