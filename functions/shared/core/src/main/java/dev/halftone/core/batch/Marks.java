package dev.halftone.core.batch;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How every row stands, one letter each, so that five thousand of them fit into five kilobytes.
 *
 * @param letters a {@link Mark} a row, in order
 * @param tries a digit a row: how often it failed before and was to be made again
 */
public record Marks(String letters, String tries) {

    /** A row that failed so often will fail again. */
    public static final int TRIES_MAX = 9;

    private static final Pattern LETTERS = Pattern.compile("[.rmfbxs]*");
    private static final Pattern TRIES = Pattern.compile("[0-9]*");

    public Marks {
        if (letters.length() != tries.length()
                || !LETTERS.matcher(letters).matches()
                || !TRIES.matcher(tries).matches()) {
            throw new IllegalArgumentException("Each row has one mark and one count");
        }
    }

    /** Of rows of which only these are bad. */
    public static Marks of(int rows, Collection<Integer> bad) {
        Marks marks = new Marks(".".repeat(rows), "0".repeat(rows));
        return marks.with(bad, Mark.BAD);
    }

    public int rows() {
        return letters.length();
    }

    public Mark of(int row) {
        return Mark.of(letters.charAt(row - 1));
    }

    public int tries(int row) {
        return tries.charAt(row - 1) - '0';
    }

    public int count(Mark mark) {
        return (int) letters.chars().filter(letter -> letter == mark.letter()).count();
    }

    /** The first rows that have that mark. */
    public List<Integer> first(Mark mark, int limit) {
        return IntStream.range(0, letters.length())
                .filter(at -> letters.charAt(at) == mark.letter())
                .limit(limit)
                .mapToObj(at -> at + 1)
                .toList();
    }

    public Marks with(Collection<Integer> rows, Mark mark) {
        StringBuilder changed = new StringBuilder(letters);
        rows.forEach(row -> changed.setCharAt(row - 1, mark.letter()));
        return new Marks(changed.toString(), tries);
    }

    public Marks with(int row, Mark mark) {
        return with(List.of(row), mark);
    }

    /** Everything of that mark becomes another. */
    public Marks turned(Mark from, Mark to) {
        return new Marks(letters.replace(from.letter(), to.letter()), tries);
    }

    /** What failed waits again, under another name each, unless it failed too often. */
    public Marks again() {
        StringBuilder changed = new StringBuilder(letters);
        StringBuilder counted = new StringBuilder(tries);
        for (int at = 0; at < letters.length(); at++) {
            if (letters.charAt(at) == Mark.FAILED.letter() && tries.charAt(at) - '0' < TRIES_MAX) {
                changed.setCharAt(at, Mark.WAITING.letter());
                counted.setCharAt(at, (char) (tries.charAt(at) + 1));
            }
        }
        return new Marks(changed.toString(), counted.toString());
    }
}
