package dev.halftone.function.site;

import dev.halftone.lambda.HttpFunction;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Route;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Sends the page for its own addresses, and the files that the page names. */
final class ServeFile implements Route {
    static final Set<String> PAGES =
            Set.of(
                    "history",
                    "statement",
                    "catalogues",
                    "privacy",
                    "report",
                    "verify",
                    "uploads",
                    "characters",
                    "storyboards",
                    "account",
                    "credits",
                    "orders",
                    "api");

    /** Where people come back to from paying. */
    private static final Pattern ONE_ORDER = Pattern.compile("orders/[\\w-]{1,100}");

    private static final String ASSETS = "assets/";
    private static final String API = "v1/";
    private static final String DOCUMENT_CACHING = "public, max-age=3600";
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final SiteFiles files;
    private final ServePage page;

    ServeFile(SiteFiles files, ServePage page) {
        this.files = files;
        this.page = page;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        String file = request.pathParameter("file");
        if (PAGES.contains(file) || ONE_ORDER.matcher(file).matches()) {
            return page.handle(request);
        }
        Optional<SiteFile> document = files.document(file);
        if (document.isPresent()) {
            return document.get().response(request, DOCUMENT_CACHING);
        }
        if (file.startsWith(ASSETS)) {
            return asset(request, file.substring(ASSETS.length()));
        }
        boolean person = request.header("sec-fetch-dest").filter("document"::equals).isPresent();
        return person && !file.startsWith(API) ? page.notFound() : HttpFunction.unknownRoute();
    }

    /** Files of another version are sent too, but not kept: a release may be under way. */
    private HttpResponse asset(HttpRequest request, String versioned) {
        int slash = versioned.indexOf('/');
        String version = versioned.substring(0, Math.max(slash, 0));
        String caching = version.equals(files.version()) ? FOREVER : "no-cache";
        return files.asset(versioned.substring(slash + 1))
                .map(file -> file.response(request, caching))
                .orElseGet(HttpFunction::unknownRoute);
    }
}
