package dev.halftone.sandbox.painter;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a prompt, in lower case and without a plural s. */
record Words(Set<String> found) {

    static Words of(String prompt) {
        return new Words(
                Stream.of(prompt.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                        .flatMap(word -> Stream.of(word, singular(word)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean any(String... words) {
        return Stream.of(words).anyMatch(found::contains);
    }

    long count(Set<String> words) {
        return words.stream().filter(found::contains).count();
    }

    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
