package dev.halftone.local;

import dev.halftone.template.Resolver;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a request as the HTTP API does for Lambda, payload format 2.0. */
final class HttpEvent {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final String COOKIE = "cookie";
    // Any other space is part of a name, and what functions make of it is to be seen here too.
    private static final Pattern COOKIE_PADDING = Pattern.compile("^[ \\t]+|[ \\t]+$");
    private static final String STAGE = "$default";
    private static final String API_ID = "local";

    private final JsonMapper json;
    private final Clock clock;
    private final Supplier<String> requestIds;

    HttpEvent(JsonMapper json, Clock clock, Supplier<String> requestIds) {
        this.json = json;
        this.clock = clock;
        this.requestIds = requestIds;
    }

    String write(HttpCall call, Routes.Match match) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "2.0");
        event.put("routeKey", match.route().key());
        event.put("rawPath", call.rawPath());
        event.put("rawQueryString", call.rawQuery());
        List<String> cookies = cookies(call.headers().getOrDefault(COOKIE, List.of()));
        if (!cookies.isEmpty()) {
            event.put("cookies", cookies);
        }
        event.put("headers", headers(call));
        Map<String, String> query = queryParameters(call.rawQuery());
        if (!query.isEmpty()) {
            event.put("queryStringParameters", query);
        }
        event.put("requestContext", context(call, match.route()));
        if (!match.pathParameters().isEmpty()) {
            event.put("pathParameters", match.pathParameters());
        }
        putBody(event, call);
        return json.writeValueAsString(event);
    }

    private Map<String, Object> context(HttpCall call, Route route) {
        Instant now = clock.instant();
        String host = domain(call);
        Map<String, Object> http = new LinkedHashMap<>();
        http.put("method", call.method());
        http.put("path", call.rawPath());
        http.put("protocol", "HTTP/1.1");
        http.put("sourceIp", call.sourceAddress());
        http.put("userAgent", call.joinedHeaders().getOrDefault("user-agent", ""));
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("accountId", Resolver.ACCOUNT_ID);
        context.put("apiId", API_ID);
        context.put("domainName", host);
        context.put("domainPrefix", host.split("\\.", 2)[0]);
        context.put("http", http);
        context.put("requestId", requestIds.get());
        context.put("routeKey", route.key());
        context.put("stage", STAGE);
        context.put("time", TIME.format(now));
        context.put("timeEpoch", now.toEpochMilli());
        return context;
    }

    /** Cookies travel in a list of their own, and what a proxy adds is added. */
    private static Map<String, String> headers(HttpCall call) {
        Map<String, String> headers = new TreeMap<>(call.joinedHeaders());
        headers.remove(COOKIE);
        headers.merge(
                "x-forwarded-for", call.sourceAddress(), (before, own) -> before + ", " + own);
        headers.put("x-forwarded-proto", "http");
        return headers;
    }

    private static String domain(HttpCall call) {
        String host = call.header("host");
        return host == null ? "localhost" : host.replaceFirst(":\\d+$", "");
    }

    private static List<String> cookies(List<String> headers) {
        List<String> cookies = new ArrayList<>();
        for (String header : headers) {
            for (String cookie : header.split(";", -1)) {
                String unpadded = COOKIE_PADDING.matcher(cookie).replaceAll("");
                if (!unpadded.isEmpty()) {
                    cookies.add(unpadded);
                }
            }
        }
        return cookies;
    }

    private static Map<String, String> queryParameters(String rawQuery) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                String value = parts.length > 1 ? decoded(parts[1]) : "";
                parameters.merge(decoded(parts[0]), value, (a, b) -> a + "," + b);
            }
        }
        return parameters;
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    }

    private static void putBody(Map<String, Object> event, HttpCall call) {
        boolean present = call.body().hasRemaining();
        String text = present ? text(call) : null;
        if (text != null) {
            event.put("body", text);
        } else if (present) {
            event.put("body", base64(call.body().duplicate()));
        }
        event.put("isBase64Encoded", present && text == null);
    }

    private static String base64(ByteBuffer body) {
        return StandardCharsets.ISO_8859_1.decode(Base64.getEncoder().encode(body)).toString();
    }

    /** The body as text, or null for anything that may not be text. */
    private static @Nullable String text(HttpCall call) {
        String type = call.header("content-type");
        if (type != null && !isText(type.toLowerCase(Locale.ROOT))) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(call.body().duplicate()).toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static boolean isText(String contentType) {
        return contentType.startsWith("text/")
                || contentType.startsWith("application/json")
                || contentType.startsWith("application/xml")
                || contentType.startsWith("application/javascript");
    }
}
