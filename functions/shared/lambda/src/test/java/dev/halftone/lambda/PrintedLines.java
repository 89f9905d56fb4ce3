package dev.halftone.lambda;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is printed while it is open, which is what Lambda would put into a function's log. */
public final class PrintedLines implements AutoCloseable {

    private final PrintStream before;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private PrintedLines(PrintStream before) {
        this.before = before;
    }

    /** From here on everything is printed twice; the last one opened is to be closed first. */
    public static PrintedLines open() {
        PrintedLines lines = new PrintedLines(System.out);
        System.setOut(
                new PrintStream(
                        new Copying(lines.before, lines.printed), true, StandardCharsets.UTF_8));
        return lines;
    }

    /** The whole lines so far that contain the text. */
    public List<String> containing(String text) {
        String all = printed.toString(StandardCharsets.UTF_8);
        return all.substring(0, all.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.contains(text))
                .toList();
    }

    @Override
    public void close() {
        System.setOut(before);
    }

    private static final class Copying extends FilterOutputStream {
        private final ByteArrayOutputStream copy;

        Copying(OutputStream out, ByteArrayOutputStream copy) {
            super(out);
            this.copy = copy;
        }

        @Override
        public void write(int octet) throws IOException {
            copy.write(octet);
            out.write(octet);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            copy.write(bytes, offset, length);
            out.write(bytes, offset, length);
        }
    }
}
