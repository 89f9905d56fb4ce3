package dev.halftone.mail;

import dev.halftone.core.account.Language;
import dev.halftone.core.mail.Letter;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Says letters in words. Paragraphs are parted by an empty line; {@code {brand}} is who writes, and
 * {@code {value}} the one value that a letter has.
 */
final class LetterTexts {

    private static final String BUNDLE = "dev.halftone.mail.letters";
    private static final String PARAGRAPH = "\n\n";

    private final String brand;

    LetterTexts(String brand) {
        this.brand = brand;
    }

    Written write(Letter letter, Language language) {
        ResourceBundle words =
                ResourceBundle.getBundle(
                        BUNDLE,
                        language.locale(),
                        // The language of the machine must not decide.
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        String value = value(letter, language);
        String key = key(letter);
        String subject = filled(words.getString(key + ".subject"), value);
        String text = filled(words.getString(key + ".text"), value);
        return new Written(subject, text, html(text, value, language));
    }

    private static String key(Letter letter) {
        return switch (letter) {
            case Letter.ConfirmAddress _ -> "confirm_address";
            case Letter.AddressInUse _ -> "address_in_use";
            case Letter.AddressChanged _ -> "address_changed";
            case Letter.WayLinked _ -> "way_linked";
            case Letter.WayUnlinked _ -> "way_unlinked";
            case Letter.TokenCreated _ -> "token_created";
            case Letter.SessionsEnded _ -> "sessions_ended";
            case Letter.MinorReported _ -> "minor_reported";
        };
    }

    private static String value(Letter letter, Language language) {
        return switch (letter) {
            case Letter.ConfirmAddress confirm -> confirm.link().toString();
            case Letter.WayLinked linked -> linked.way();
            case Letter.WayUnlinked unlinked -> unlinked.way();
            case Letter.TokenCreated created -> oneLine(created.name());
            case Letter.MinorReported reported ->
                    reported.receipt()
                            + ", "
                            + DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                    .withLocale(language.locale())
                                    .format(reported.deadline());
            case Letter.AddressInUse _, Letter.AddressChanged _, Letter.SessionsEnded _ -> "";
        };
    }

    /** What a person named must not look like a paragraph of ours. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private String filled(String words, String value) {
        return words.replace("{brand}", brand).replace("{value}", value);
    }

    private static String html(String text, String value, Language language) {
        String paragraphs =
                Arrays.stream(text.split(PARAGRAPH))
                        .map(paragraph -> paragraph(paragraph, value))
                        .collect(Collectors.joining("\n"));
        return "<!doctype html>\n<html lang=\""
                + language.tag()
                + "\"><head><meta charset=\"utf-8\"></head>\n<body>\n"
                + paragraphs
                + "\n</body></html>\n";
    }

    private static String paragraph(String text, String value) {
        String escaped = escaped(text);
        // Only an address of ours stands alone in a paragraph.
        return text.equals(value) && value.startsWith("http")
                ? "<p><a href=\"%1$s\">%1$s</a></p>".formatted(escaped)
                : "<p>" + escaped + "</p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
