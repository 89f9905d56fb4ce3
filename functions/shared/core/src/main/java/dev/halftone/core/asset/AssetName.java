package dev.halftone.core.asset;

import java.text.Normalizer;

/**
 * What a person calls an asset: the name of the file without its folders, and without characters
 * that do something where a name is shown. Never part of a key.
 */
public record AssetName(String value) {

    public static final int CODE_POINTS_MAX = 120;

    private static final String NAMELESS = "upload";

    public AssetName {
        if (!value.equals(sanitised(value))) {
            throw new IllegalArgumentException("Not a sanitised name");
        }
    }

    /** The nearest name to a text of whatever length and content. */
    public static AssetName of(String text) {
        return new AssetName(sanitised(text));
    }

    private static String sanitised(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        int folderEnd = Math.max(composed.lastIndexOf('/'), composed.lastIndexOf('\\'));
        StringBuilder kept = new StringBuilder();
        composed.substring(folderEnd + 1)
                .codePoints()
                .filter(AssetName::isHarmless)
                .limit(CODE_POINTS_MAX)
                .forEach(kept::appendCodePoint);
        String name = kept.toString().strip();
        // Cut off in the middle, what is left may compose anew.
        String stable = Normalizer.normalize(name, Normalizer.Form.NFC);
        return stable.isEmpty() || stable.chars().allMatch(each -> each == '.') ? NAMELESS : stable;
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            // Format characters turn the direction of what follows: "gpj.exe" reads "exe.jpg".
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> "<>:\"|?*".indexOf(codePoint) < 0;
        };
    }
}
