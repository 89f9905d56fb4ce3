package dev.halftone.function.site;

import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.RawBody;

/** One file as it is sent. */
record SiteFile(String contentType, RawBody body) {
    /**
     * @throws IllegalArgumentException if the page has no such kind of file
     */
    static SiteFile of(String path, RawBody body) {
        String extension = path.substring(path.lastIndexOf('.') + 1);
        String contentType =
                switch (extension) {
                    case "css" -> "text/css; charset=utf-8";
                    case "html" -> "text/html; charset=utf-8";
                    case "js" -> "text/javascript; charset=utf-8";
                    case "svg" -> "image/svg+xml";
                    default -> throw new IllegalArgumentException("No content type for " + path);
                };
        return new SiteFile(contentType, body);
    }

    HttpResponse response(int status, String cacheControl) {
        return HttpResponse.bytes(status, contentType, body)
                .withHeader("cache-control", cacheControl);
    }
}
