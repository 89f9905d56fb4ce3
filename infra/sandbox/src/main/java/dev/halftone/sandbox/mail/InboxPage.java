package dev.halftone.sandbox.mail;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.http.Html;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Everybody's mail, newest first; each letter as its plain text, with links to follow. */
public final class InboxPage implements Handler {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<]+");

    private final Inbox inbox;

    public InboxPage(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        if (path.isEmpty()) {
            show(exchange, 200, "Mail", list());
            return;
        }
        Optional<Delivered> letter = inbox.letter(path);
        if (letter.isPresent()) {
            show(exchange, 200, letter.get().subject(), one(letter.get()));
        } else {
            show(exchange, 404, "Mail", "<h1>No such letter</h1><p><a href=\"/mail\">Mail</a></p>");
        }
    }

    private static void show(Exchange exchange, int status, String title, String content)
            throws IOException {
        Html.guarded(exchange, "'none'").html(status, Html.page(title, "wide", content));
    }

    private String list() {
        List<Delivered> letters = inbox.letters();
        if (letters.isEmpty()) {
            return "<h1>Mail</h1><p class=\"hint\">Nothing was sent yet.</p>";
        }
        return letters.stream()
                .map(
                        letter ->
                                "<tr><td>%s</td><td><a href=\"/mail/%s\">%s</a></td></tr>"
                                        .formatted(
                                                Html.escape(letter.to()),
                                                letter.id(),
                                                Html.escape(letter.subject())))
                .collect(Collectors.joining("\n", "<h1>Mail</h1><table>", "</table>"));
    }

    private static String one(Delivered letter) {
        String paragraphs =
                letter.text()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> "<p>" + linked(Html.escape(line)) + "</p>")
                        .collect(Collectors.joining("\n"));
        return "<h1>%s</h1><p class=\"hint\">To %s</p>%s<p><a href=\"/mail\">All mail</a></p>"
                .formatted(Html.escape(letter.subject()), Html.escape(letter.to()), paragraphs);
    }

    private static String linked(String escaped) {
        return LINK.matcher(escaped).replaceAll("<a href=\"$0\">$0</a>");
    }
}
