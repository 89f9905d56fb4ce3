package dev.halftone.function.site;

import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.RawBody;
import dev.halftone.lambda.Route;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends the page, which may show stored pictures and load and ask nobody but its own origin and
 * those whose script a way to sign in is done with.
 */
final class ServePage implements Route {
    private static final String REVALIDATE = "no-cache";
    private static final String SELF = "'self'";

    private final SiteFiles files;
    private final String tag;
    private final String policy;
    private final String opener;

    ServePage(SiteFiles files, String storageOrigin, PageAllowances allowances) {
        this.files = files;
        this.tag = '"' + files.version() + '"';
        this.policy =
                Stream.of(
                                "default-src 'none'",
                                allowances.directive("script-src", SELF),
                                allowances.directive("style-src", SELF),
                                allowances.directive("img-src", SELF, storageOrigin),
                                "media-src 'self' " + storageOrigin,
                                allowances.directive("connect-src", SELF, storageOrigin),
                                allowances.directive("frame-src"),
                                allowances.directive("worker-src"),
                                "font-src 'self'",
                                "base-uri 'none'",
                                "form-action 'self'",
                                "frame-ancestors 'none'")
                        .filter(directive -> !directive.isEmpty())
                        .collect(Collectors.joining("; "));
        // A window of a provider that lost its opener could never say who signed in.
        this.opener = allowances.opensWindows() ? "same-origin-allow-popups" : "same-origin";
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
                .withHeader("cross-origin-opener-policy", opener)
                .withHeader("permissions-policy", "camera=(), geolocation=(), microphone=()");
    }
}
