package dev.halftone.local.journey;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Numbers of payment cards in a text: 13 to 19 digits, by themselves or in groups, whose last digit
 * is right (ISO/IEC 7812-1, annex B) and whose first is one that banks and card networks use.
 */
final class CardNumbers {
    private static final Pattern CANDIDATE =
            Pattern.compile("(?<![0-9A-Za-z_.-])[3-6](?:[ -]?[0-9]){12,18}(?![0-9A-Za-z_])");
    private static final int TEN = 10;

    private CardNumbers() {}

    static List<String> in(String text) {
        return CANDIDATE
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(CardNumbers::isChecked)
                .toList();
    }

    private static boolean isChecked(String candidate) {
        String digits = candidate.replaceAll("[ -]", "");
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int weighed = place % 2 == 0 ? digit : digit * 2;
            sum += weighed / TEN + weighed % TEN;
        }
        return sum % TEN == 0;
    }
}
