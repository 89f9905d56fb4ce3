package dev.halftone.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request as it came in; header names are lower case, and the body is read whole. */
record HttpCall(
        String method,
        String rawPath,
        String rawQuery,
        Map<String, List<String>> headers,
        ByteBuffer body,
        String sourceAddress) {
    private static final int SEPARATORS = ": \r\n".length();

    HttpCall {
        headers = Map.copyOf(headers);
        body = body.asReadOnlyBuffer();
    }

    /** Reads no more of the body than the limit and one byte, which shows that it is too long. */
    static HttpCall of(HttpExchange exchange, int bodyBytesMax) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) ->
                                headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        String query = exchange.getRequestURI().getRawQuery();
        return new HttpCall(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                headers,
                ByteBuffer.wrap(exchange.getRequestBody().readNBytes(bodyBytesMax + 1)),
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    /** Several headers of one name arrive as one, joined. */
    @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : String.join(",", values);
    }

    Map<String, String> joinedHeaders() {
        return headers.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                header -> String.join(",", header.getValue()),
                                (a, _) -> a,
                                TreeMap::new));
    }

    /** The request line and all headers as they were on the wire. */
    int headBytes() {
        int bytes = "  HTTP/1.1\r\n?".length() + method.length() + rawPath.length();
        bytes += rawQuery.length();
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            for (String value : header.getValue()) {
                bytes += header.getKey().length() + value.length() + SEPARATORS;
            }
        }
        return bytes;
    }
}
