package dev.halftone.testing.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that happened in one run, in order; put into words only if somebody asks. */
final class Chronicle {

    private static final int DETAIL_CHARACTERS_MAX = 300;

    private final List<Line> lines = new ArrayList<>();

    private record Line(long at, int depth, String who, String what, @Nullable Object detail) {

        String text() {
            String said = detail == null ? "" : " " + detail;
            if (said.length() > DETAIL_CHARACTERS_MAX) {
                said = said.substring(0, DETAIL_CHARACTERS_MAX) + "...";
            }
            return Instant.ofEpochMilli(at) + "  ".repeat(depth) + " " + who + ": " + what + said;
        }
    }

    /** Notes what happened; the detail must never change afterwards. */
    void note(long at, int depth, String who, String what, @Nullable Object detail) {
        lines.add(new Line(at, depth, who, what, detail));
    }

    List<String> all() {
        return lines.stream().map(Line::text).toList();
    }

    String last(int count) {
        return String.join("\n", all().subList(Math.max(0, lines.size() - count), lines.size()));
    }
}
