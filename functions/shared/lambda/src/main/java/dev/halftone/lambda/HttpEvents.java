package dev.halftone.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between the gateway's events (payload format 2.0) and requests and answers. */
final class HttpEvents {
    private static final PojoSerializer<APIGatewayV2HTTPEvent> EVENTS =
            LambdaEventSerializers.serializerFor(
                    APIGatewayV2HTTPEvent.class, HttpEvents.class.getClassLoader());
    private static final PojoSerializer<APIGatewayV2HTTPResponse> RESPONSES =
            LambdaEventSerializers.serializerFor(
                    APIGatewayV2HTTPResponse.class, HttpEvents.class.getClassLoader());

    private HttpEvents() {}

    static APIGatewayV2HTTPEvent read(InputStream input) {
        APIGatewayV2HTTPEvent event = EVENTS.fromJson(input);
        if (event == null || event.getRouteKey() == null || event.getRequestContext() == null) {
            throw new IllegalArgumentException("Not an event of the HTTP gateway");
        }
        return event;
    }

    static HttpRequest request(APIGatewayV2HTTPEvent event) {
        APIGatewayV2HTTPEvent.RequestContext.Http http = event.getRequestContext().getHttp();
        Map<String, String> headers = lowerCased(event.getHeaders());
        String apiRequestId = orEmpty(event.getRequestContext().getRequestId());
        return new HttpRequest(
                event.getRouteKey(),
                http.getMethod(),
                event.getRawPath(),
                orEmpty(event.getPathParameters()),
                query(event),
                headers,
                cookies(event.getCookies(), headers.get("cookie")),
                body(event),
                http.getSourceIp(),
                Invocation.currentRequestId(),
                apiRequestId,
                RequestTrace.of(headers, apiRequestId));
    }

    static byte[] write(HttpResponse response) {
        APIGatewayV2HTTPResponse event = new APIGatewayV2HTTPResponse();
        event.setStatusCode(response.status());
        event.setHeaders(response.headers());
        event.setCookies(response.cookies());
        byte[] bytes = response.body().bytes();
        String text = utf8(bytes);
        event.setIsBase64Encoded(text == null);
        event.setBody(text == null ? Base64.getEncoder().encodeToString(bytes) : text);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RESPONSES.toJson(event, out);
        return out.toByteArray();
    }

    /** The bytes as text if they are UTF-8, else {@code null}. */
    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static RawBody body(APIGatewayV2HTTPEvent event) {
        String body = event.getBody();
        if (body == null) {
            return RawBody.EMPTY;
        }
        return event.getIsBase64Encoded()
                ? RawBody.of(Base64.getDecoder().decode(body))
                : RawBody.ofText(body);
    }

    /** From the raw text: the gateway's own map joins repeated parameters with commas. */
    private static Map<String, String> query(APIGatewayV2HTTPEvent event) {
        String raw = event.getRawQueryString();
        if (raw == null || raw.isEmpty()) {
            return Map.of();
        }
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            query.putIfAbsent(decoded(name), decoded(value));
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            // A broken escape is the client's; its text then matches nothing that is asked for.
            return text;
        }
    }

    private static Map<String, String> cookies(
            @Nullable List<String> pairs, @Nullable String header) {
        Map<String, String> cookies = new LinkedHashMap<>();
        if (pairs != null) {
            pairs.forEach(pair -> addCookie(cookies, pair));
        }
        if (header != null) {
            for (String pair : header.split(";", -1)) {
                addCookie(cookies, pair);
            }
        }
        return cookies;
    }

    private static void addCookie(Map<String, String> cookies, String pair) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
            cookies.putIfAbsent(
                    unpadded(pair.substring(0, equals)), unpadded(pair.substring(equals + 1)));
        }
    }

    /**
     * Only what RFC 6265 allows around a cookie is taken away. To a browser, any other space is
     * part of the name: it would let a neighbouring subdomain set {@code U+2000 __Host-session}.
     */
    private static String unpadded(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isPadding(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isPadding(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isPadding(char character) {
        return character == ' ' || character == '\t';
    }

    private static Map<String, String> lowerCased(@Nullable Map<String, String> headers) {
        Map<String, String> lower = new LinkedHashMap<>();
        orEmpty(headers).forEach((key, value) -> lower.put(key.toLowerCase(Locale.ROOT), value));
        return lower;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
