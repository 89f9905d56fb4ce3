package dev.halftone.function.studio;

import dev.halftone.core.mark.MarkFile;
import dev.halftone.core.mark.Origin;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says whether a mark was made here. Whoever asks has the file and reads the mark out of it; the
 * file itself is never sent, and nothing is looked up.
 */
final class VerifyRoute {
    private static final Pattern CONTENT = Pattern.compile("[0-9a-f]{64}");

    private final MarkFile marking;

    VerifyRoute(MarkFile marking) {
        this.marking = marking;
    }

    /**
     * What is known of a file. That a mark is not genuine, or that there is none, says nothing of
     * how a file was made, so nobody is told that.
     */
    record Verdict(boolean madeHere) {}

    HttpResponse verify(HttpRequest request) {
        String content = text(request, "content");
        if (!CONTENT.matcher(content).matches()) {
            return invalid("content", "This is no SHA-256 of a file in hexadecimal.");
        }
        Optional<Origin> origin = origin(text(request, "model"), text(request, "day"));
        return origin.map(from -> answer(content, from, text(request, "signature")))
                .orElseGet(() -> invalid("model", "This is no model and day of a mark."));
    }

    private HttpResponse answer(String content, Origin origin, String signature) {
        return HttpResponse.json(200, new Verdict(marking.isGenuine(content, origin, signature)));
    }

    private static Optional<Origin> origin(String model, String day) {
        try {
            return Optional.of(new Origin(model, LocalDate.parse(day)));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String text(HttpRequest request, String name) {
        return request.queryParameter(name).orElse("");
    }

    private static HttpResponse invalid(String field, String title) {
        return Problem.of(400, "invalid_mark", title).field(field).response();
    }
}
