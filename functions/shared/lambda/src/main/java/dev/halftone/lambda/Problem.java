package dev.halftone.lambda;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * An error for programs and people (RFC 9457); the only place that writes one.
 *
 * <p>The code is stable. The detail is a sentence of ours, never the message of an exception.
 */
public final class Problem {
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final Map<Integer, String> TITLES =
            Map.ofEntries(
                    Map.entry(400, "Bad Request"),
                    Map.entry(401, "Unauthorized"),
                    Map.entry(402, "Payment Required"),
                    Map.entry(403, "Forbidden"),
                    Map.entry(404, "Not Found"),
                    Map.entry(405, "Method Not Allowed"),
                    Map.entry(409, "Conflict"),
                    Map.entry(410, "Gone"),
                    Map.entry(413, "Content Too Large"),
                    Map.entry(415, "Unsupported Media Type"),
                    Map.entry(422, "Unprocessable Content"),
                    Map.entry(429, "Too Many Requests"),
                    Map.entry(500, "Internal Server Error"),
                    Map.entry(502, "Bad Gateway"),
                    Map.entry(503, "Service Unavailable"));

    private final int status;
    private final Map<String, Object> members;
    private final List<FieldError> errors;

    /** One of several faults of a request. */
    public record FieldError(String field, String code, String detail) {}

    private Problem(int status, Map<String, Object> members, List<FieldError> errors) {
        this.status = status;
        this.members = members;
        this.errors = errors;
    }

    public static Problem of(int status, String code, String detail) {
        String title = TITLES.get(status);
        if (title == null) {
            throw new IllegalArgumentException("No problem has status " + status);
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", title);
        members.put("status", status);
        members.put("code", code);
        members.put("detail", detail);
        return new Problem(status, members, List.of());
    }

    /** Names the part of the request that is wrong. */
    public Problem field(String name) {
        return with("field", name);
    }

    /** Adds a member of its own to this kind of problem. */
    public Problem with(String key, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(members);
        all.put(key, value);
        return new Problem(status, all, errors);
    }

    /** Adds one of several faults. */
    public Problem error(FieldError error) {
        List<FieldError> all = new ArrayList<>(errors);
        all.add(error);
        return new Problem(status, members, all);
    }

    private String text(String name) {
        return (String) Objects.requireNonNull(members.get(name));
    }

    /** In the language of who asked. */
    public HttpResponse response() {
        Locale language = Invocation.currentLanguage();
        Map<String, Object> all = new LinkedHashMap<>(members);
        all.replace("title", said("title." + status, text("title"), language));
        all.replace("detail", said(text("code"), text("detail"), language));
        all.put("requestId", Invocation.currentRequestId());
        // What a person quotes to support: it finds every line that the action left behind.
        Invocation.currentTrace().ifPresent(trace -> all.put("traceId", trace.value()));
        if (!errors.isEmpty()) {
            all.put("errors", errors.stream().map(error -> said(error, language)).toList());
        }
        return HttpResponse.bytes(status, MEDIA_TYPE, RawBody.of(Json.write(all)))
                .withHeader("content-language", language.toLanguageTag());
    }

    /**
     * The same for a browser that a person was sent here with; for programs, if it asks as one.
     *
     * @param heading what did not work, in English; other languages have it under {@code page.} and
     *     the code
     */
    public HttpResponse responseTo(HttpRequest request, String heading) {
        String accepted = request.header("accept").orElse("");
        if (accepted.contains("json") && !accepted.contains("text/html")) {
            return response();
        }
        Locale language = Invocation.currentLanguage();
        return ProblemPage.of(
                status,
                language,
                said("page." + text("code"), heading, language),
                said(text("code"), text("detail"), language),
                said("page.home", "Back to the start page", language));
    }

    private FieldError said(FieldError error, Locale language) {
        return new FieldError(
                error.field(), error.code(), said(error.code(), error.detail(), language));
    }

    private String said(String key, String english, Locale language) {
        return ProblemTexts.text(key, english, members, language);
    }
}
