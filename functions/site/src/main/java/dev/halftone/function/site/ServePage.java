package dev.halftone.function.site;

import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.RawBody;
import dev.halftone.lambda.Route;

/** Sends the page, which may load and ask nothing but its own origin and show stored pictures. */
final class ServePage implements Route {
    private static final String REVALIDATE = "no-cache";

    private final SiteFiles files;
    private final String tag;
    private final String policy;

    ServePage(SiteFiles files, String storageOrigin) {
        this.files = files;
        this.tag = '"' + files.version() + '"';
        this.policy =
                String.join(
                        "; ",
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "img-src 'self' " + storageOrigin,
                        "media-src 'self' " + storageOrigin,
                        "connect-src 'self' " + storageOrigin,
                        "font-src 'self'",
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'none'");
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        if (request.header("if-none-match").filter(tag::equals).isPresent()) {
            HttpResponse unchanged =
                    HttpResponse.bytes(304, files.index().contentType(), RawBody.EMPTY);
            return complete(unchanged.withHeader("cache-control", REVALIDATE));
        }
        return complete(files.index().response(200, REVALIDATE));
    }

    /** The page for an address that it does not know, so that a person can go on from there. */
    HttpResponse notFound() {
        return complete(files.index().response(404, "no-store"));
    }

    private HttpResponse complete(HttpResponse response) {
        return response.withHeader("etag", tag)
                .withHeader("content-security-policy", policy)
                .withHeader("permissions-policy", "camera=(), geolocation=(), microphone=()");
    }
}
