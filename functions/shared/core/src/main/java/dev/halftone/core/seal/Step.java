package dev.halftone.core.seal;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One sibling on the way from a leaf up to the root of its tree.
 *
 * @param hash 64 lower-case hexadecimal digits
 */
public record Step(Side side, String hash) {

    private static final Pattern FORM = Pattern.compile("[LR][0-9a-f]{64}");

    /** Where the sibling stands. */
    public enum Side {
        L,
        R
    }

    public Step {
        if (!Head.HASH_FORM.matcher(hash).matches()) {
            throw new IllegalArgumentException("Not a hash");
        }
    }

    /** Steps as {@code L<hash> R<hash>}, from the leaf up; empty for a tree of one leaf. */
    public static String text(List<Step> path) {
        return path.stream()
                .map(step -> step.side() + step.hash())
                .collect(Collectors.joining(" "));
    }

    public static List<Step> parse(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ", -1)).map(Step::one).toList();
    }

    private static Step one(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a step of a path");
        }
        return new Step(Side.valueOf(text.substring(0, 1)), text.substring(1));
    }
}
