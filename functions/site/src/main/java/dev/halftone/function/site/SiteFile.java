package dev.halftone.function.site;

import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.RawBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * One file as it is sent.
 *
 * @param packed its body once more, as gzip
 */
record SiteFile(String contentType, RawBody body, RawBody packed) {
    /**
     * Packs a file, once for all visits.
     *
     * @throws IllegalArgumentException if the page has no such kind of file
     */
    static SiteFile of(String path, RawBody body) {
        String extension = path.substring(path.lastIndexOf('.') + 1);
        String contentType =
                switch (extension) {
                    case "css" -> "text/css; charset=utf-8";
                    case "html" -> "text/html; charset=utf-8";
                    case "json" ->
                            path.startsWith("schema/")
                                    ? "application/schema+json"
                                    : "application/json";
                    case "js" -> "text/javascript; charset=utf-8";
                    case "svg" -> "image/svg+xml";
                    default -> throw new IllegalArgumentException("No content type for " + path);
                };
        return new SiteFile(contentType, body, gzip(body));
    }

    HttpResponse response(int status, String cacheControl) {
        return HttpResponse.bytes(status, contentType, body)
                .withHeader("cache-control", cacheControl);
    }

    /** As small as the browser takes it: the gateway packs nothing. */
    HttpResponse response(HttpRequest request, String cacheControl) {
        HttpResponse response =
                takesGzip(request)
                        ? HttpResponse.bytes(200, contentType, packed)
                                .withHeader("content-encoding", "gzip")
                        : HttpResponse.bytes(200, contentType, body);
        return response.withHeader("cache-control", cacheControl)
                .withHeader("vary", "accept-encoding");
    }

    private static boolean takesGzip(HttpRequest request) {
        return request.header("accept-encoding")
                .filter(encodings -> encodings.toLowerCase(Locale.ROOT).matches(".*\\bgzip\\b.*"))
                .filter(encodings -> !encodings.matches(".*\\bgzip *; *q=0(\\.0*)? *(,.*)?"))
                .isPresent();
    }

    private static RawBody gzip(RawBody body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RawBody.of(packed.toByteArray());
    }
}
