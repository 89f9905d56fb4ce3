package dev.halftone.core.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a document consists of, in the few words that every language model's endpoint understands.
 */
public sealed interface TextForm {

    /**
     * Some words, and never none.
     *
     * @param charactersMax as people count them
     * @param meaning tells the model what belongs here
     */
    record Words(int charactersMax, String meaning) implements TextForm {

        public Words {
            requireRange(1, charactersMax);
        }

        public boolean fits(String text) {
            return isPlain(text, charactersMax);
        }

        /**
         * Whether a text says something, is no longer than that, and holds no control characters
         * but line ends and tabs.
         */
        public static boolean isPlain(String text, int charactersMax) {
            return !text.isBlank()
                    && text.codePointCount(0, text.length()) <= charactersMax
                    && text.codePoints().noneMatch(Words::isUnwanted);
        }

        private static boolean isUnwanted(int codePoint) {
            boolean lineEndOrTab = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
            boolean loneSurrogate = Character.getType(codePoint) == Character.SURROGATE;
            return loneSurrogate || (Character.isISOControl(codePoint) && !lineEndOrTab);
        }
    }

    /** A whole number, both ends included. */
    record Whole(int min, int max, String meaning) implements TextForm {

        public Whole {
            requireRange(min, max);
        }
    }

    /** Several of the same, both ends included. */
    record Several(TextForm each, int countMin, int countMax) implements TextForm {

        public Several {
            requireRange(countMin, countMax);
        }
    }

    /** Named parts: all of these, in this order where order is seen, and no others. */
    record Parts(Map<String, TextForm> parts) implements TextForm {

        public Parts {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
            requireRange(1, parts.size());
        }

        public static Parts of(String name, TextForm part) {
            return new Parts(Map.of(name, part));
        }

        /** One more part, after the others. */
        public Parts and(String name, TextForm part) {
            Map<String, TextForm> more = new LinkedHashMap<>(parts);
            more.put(name, part);
            return new Parts(more);
        }
    }

    private static void requireRange(int min, int max) {
        if (max < min) {
            throw new IllegalArgumentException("Nothing fits between " + min + " and " + max);
        }
    }
}
