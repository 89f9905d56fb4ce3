package dev.halftone.core.seal;

import dev.halftone.core.Digest;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is published of all accounts whose chains grew since the root before: nothing of any of them
 * can be told from it, and none of them can be changed behind it.
 *
 * @param number from 1, without a gap
 * @param accounts how many leaves the tree has
 * @param at whole milliseconds
 * @param previous the hash of the text of the root before; 64 zeros for the first
 * @param tree the tree's hash
 */
public record Root(long number, int accounts, Instant at, String previous, String tree) {

    public static final String NO_PREVIOUS = "0".repeat(64);

    private static final Pattern FORM =
            Pattern.compile(
                    "\\{\"accounts\":(\\d{1,9}),\"at\":\"("
                            + SealTime.FORM
                            + ")\",\"number\":(\\d{1,13}),\"previous\":\"([0-9a-f]{64})\","
                            + "\"tree\":\"([0-9a-f]{64})\"}");

    /** The canonical text, one JSON object. */
    public String text() {
        return new Json()
                .member("accounts", accounts)
                .member("at", SealTime.text(at))
                .member("number", number)
                .member("previous", previous)
                .member("tree", tree)
                .end();
    }

    /** What the next root says of this one. */
    String hash() {
        return Digest.sha256Hex(text());
    }

    /** Reads a canonical text, and nothing else. */
    public static Root parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not the text of a root");
        }
        Root root =
                new Root(
                        Long.parseLong(matcher.group(3)),
                        Integer.parseInt(matcher.group(1)),
                        Instant.parse(matcher.group(2)),
                        matcher.group(4),
                        matcher.group(5));
        if (!root.text().equals(text)) {
            throw new IllegalArgumentException("Not the canonical text of a root");
        }
        return root;
    }
}
