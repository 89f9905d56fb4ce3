package dev.halftone.core.generation;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What of a provider's endpoints an adapter knows how to order from. An order to any other would be
 * charged for, sent, and refused or misread.
 *
 * @param names as the provider writes them; {@code *} stands for a word of letters, digits, dots,
 *     dashes and underscores, {@code **} for one or more of these between slashes or colons
 */
public record Endpoints(List<String> names) {

    private static final Pattern WELL_FORMED = Pattern.compile("[\\w.*/-]{1,100}");
    private static final String WORD = "\\w[\\w.-]*";
    private static final String WORDS = WORD + "(?:[/:]" + WORD + ")*";

    public Endpoints {
        names = List.copyOf(names);
        if (names.isEmpty() || !names.stream().allMatch(Endpoints::isWellFormed)) {
            throw new IllegalArgumentException("An adapter knows some endpoints: " + names);
        }
    }

    public static Endpoints of(String... names) {
        return new Endpoints(List.of(names));
    }

    private static boolean isWellFormed(String name) {
        return WELL_FORMED.matcher(name).matches() && !name.contains("***");
    }

    /** Whether an order may name that endpoint. */
    public boolean offers(String endpoint) {
        return names.stream().anyMatch(name -> pattern(name).matcher(endpoint).matches());
    }

    private static Pattern pattern(String name) {
        // No other sign of a name means anything to a pattern.
        return Pattern.compile(
                name.replace(".", "\\.")
                        .replace("**", "\0")
                        .replace("*", WORD)
                        .replace("\0", WORDS));
    }

    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
