package dev.halftone.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Columns of a fixed width, right-aligned. */
final class Table {

    private static final int WIDTH = 14;

    private final PrintStream out;

    Table(PrintStream out, String... headings) {
        this.out = out;
        row((Object[]) headings);
    }

    void row(Object... cells) {
        String format =
                Arrays.stream(cells).map(_ -> "%" + WIDTH + "s").collect(Collectors.joining());
        out.println(format.formatted(cells));
    }
}
