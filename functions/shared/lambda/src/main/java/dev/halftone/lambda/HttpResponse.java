package dev.halftone.lambda;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An answer.
 *
 * @param headers by lower-case name
 * @param cookies whole Set-Cookie values
 */
public record HttpResponse(
        int status, Map<String, String> headers, List<String> cookies, RawBody body) {
    private static final String CONTENT_TYPE = "content-type";

    public HttpResponse {
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
    }

    /** Writes {@code value} as JSON. */
    public static HttpResponse json(int status, Object value) {
        return bytes(status, "application/json", RawBody.of(Json.write(value)));
    }

    public static HttpResponse redirect(URI location) {
        return new HttpResponse(
                302, Map.of("location", location.toString()), List.of(), RawBody.EMPTY);
    }

    public static HttpResponse noContent() {
        return new HttpResponse(204, Map.of(), List.of(), RawBody.EMPTY);
    }

    public static HttpResponse bytes(int status, String contentType, RawBody body) {
        return new HttpResponse(status, Map.of(CONTENT_TYPE, contentType), List.of(), body);
    }

    public HttpResponse withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name.toLowerCase(Locale.ROOT), value);
        return new HttpResponse(status, all, cookies, body);
    }

    public HttpResponse withCookie(String setCookie) {
        List<String> all = new ArrayList<>(cookies);
        all.add(setCookie);
        return new HttpResponse(status, headers, all, body);
    }
}
