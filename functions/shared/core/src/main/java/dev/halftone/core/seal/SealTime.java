package dev.halftone.core.seal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** An instant as it is hashed: UTC with exactly three decimals; what is finer is cut off. */
final class SealTime {

    static final String FORM = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z";

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private SealTime() {}

    static String text(Instant at) {
        return WRITTEN.format(at);
    }
}
