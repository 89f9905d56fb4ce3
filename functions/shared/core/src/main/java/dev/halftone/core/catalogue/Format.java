package dev.halftone.core.catalogue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** In which form a result is wanted. */
public sealed interface Format {

    record Picture(AspectRatio aspectRatio, Resolution resolution) implements Format {

        public Picture {
            requireKind(resolution, MediaKind.IMAGE);
        }

        @Override
        public MediaKind kind() {
            return MediaKind.IMAGE;
        }
    }

    /**
     * A film.
     *
     * @param audio whether it is to be heard too
     */
    record Film(AspectRatio aspectRatio, Resolution resolution, Duration duration, boolean audio)
            implements Format {

        public Film {
            requireKind(resolution, MediaKind.VIDEO);
        }

        /** A silent one. */
        public Film(AspectRatio aspectRatio, Resolution resolution, Duration duration) {
            this(aspectRatio, resolution, duration, false);
        }

        @Override
        public MediaKind kind() {
            return MediaKind.VIDEO;
        }
    }

    /** What a language model writes has no size that could be chosen. */
    record Text(TextTask task) implements Format {

        @Override
        public MediaKind kind() {
            return MediaKind.TEXT;
        }
    }

    MediaKind kind();

    /** A film if it lasts, or else a picture. */
    static Format of(AspectRatio aspectRatio, Resolution resolution, @Nullable Duration duration) {
        return duration == null
                ? new Picture(aspectRatio, resolution)
                : new Film(aspectRatio, resolution, duration);
    }

    private static void requireKind(Resolution resolution, MediaKind kind) {
        if (resolution.kind() != kind) {
            throw new IllegalArgumentException("A film has a duration, and a picture none");
        }
    }
}
