package dev.halftone.lambda;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in a reader's language what a problem is, by its code.
 *
 * <p>English stands in the code beside what it is about; every other language has a resource, where
 * {@code {limit}} is the member of that name.
 */
final class ProblemTexts {
    private static final String BUNDLE = "dev.halftone.lambda.problems";
    private static final Pattern MEMBER = Pattern.compile("\\{(\\w+)}");

    private ProblemTexts() {}

    /**
     * The sentence for a code, or for the title of a status ({@code title.404}).
     *
     * @param english the same in English, which also stands where a language lacks it
     */
    static String text(String key, String english, Map<String, Object> members, Locale locale) {
        if (locale.equals(Locale.ENGLISH)) {
            return english;
        }
        ResourceBundle texts =
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        // The language of the machine must not decide.
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return texts.containsKey(key) ? filled(texts.getString(key), members) : english;
    }

    private static String filled(String text, Map<String, Object> members) {
        return MEMBER.matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        String.valueOf(members.getOrDefault(found.group(1), ""))));
    }
}
