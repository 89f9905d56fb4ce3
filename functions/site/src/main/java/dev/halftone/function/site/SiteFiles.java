package dev.halftone.function.site;

import dev.halftone.lambda.RawBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page and every file that it names, read once; scripts and style sheets with all that they
 * import.
 *
 * <p>Only those can be asked for: a path is looked up, never resolved. All files share one version,
 * the digest of their contents, and the page names them below it. So browsers may keep them for
 * good, and a page never runs with modules of another release from a cache.
 */
final class SiteFiles {
    private static final String FOLDER = "/site/";
    private static final String INDEX = "index.html";
    private static final String SCHEMA = "schema/storyboard.json";
    private static final String API = "openapi.json";
    private static final Pattern REFERENCE = Pattern.compile("(href|src)=\"/([a-z]+/[a-z/.-]+)\"");
    private static final int VERSION_CHARACTERS = 16;

    private final SiteFile index;
    // What programs are told, under addresses that stay.
    private final Map<String, SiteFile> documents =
            Map.of(
                    SCHEMA, SiteFile.of(SCHEMA, resource("/" + SCHEMA)),
                    API, SiteFile.of(API, resource("/api/" + API)));
    private final String version;
    private final Map<String, SiteFile> assets;

    private SiteFiles(SiteFile index, String version, Map<String, SiteFile> assets) {
        this.index = index;
        this.version = version;
        this.assets = Map.copyOf(assets);
    }

    static SiteFiles load() {
        RawBody source = read(INDEX);
        Map<String, SiteFile> assets = new TreeMap<>();
        Matcher references = REFERENCE.matcher(source.text());
        while (references.find()) {
            joined(references.group(2))
                    .forEach(
                            (path, text) ->
                                    assets.put(path, SiteFile.of(path, RawBody.ofText(text))));
        }
        String version = version(source, assets);
        String versioned =
                REFERENCE.matcher(source.text()).replaceAll("$1=\"/assets/" + version + "/$2\"");
        return new SiteFiles(
                SiteFile.of(INDEX, RawBody.ofText(versioned)), version, Map.copyOf(assets));
    }

    /** What programs are told: the form of a storyboard, and all that this API does. */
    Optional<SiteFile> document(String path) {
        return Optional.ofNullable(documents.get(path));
    }

    SiteFile index() {
        return index;
    }

    String version() {
        return version;
    }

    Optional<SiteFile> asset(String path) {
        return Optional.ofNullable(assets.get(path));
    }

    /** A file, and whatever it leads to that stays a file of its own. */
    private static Map<String, String> joined(String path) {
        if (path.endsWith(".js")) {
            return LateModules.of(path, SiteFiles::text);
        }
        return Map.of(
                path, path.endsWith(".css") ? JoinedStyle.of(path, SiteFiles::text) : text(path));
    }

    private static String text(String path) {
        return read(path).text();
    }

    private static String version(RawBody index, Map<String, SiteFile> assets) {
        MessageDigest digest = sha256();
        digest.update(index.bytes());
        assets.forEach(
                (path, file) -> {
                    digest.update(path.getBytes(StandardCharsets.UTF_8));
                    digest.update(file.body().bytes());
                });
        return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_CHARACTERS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static RawBody read(String path) {
        return resource(FOLDER + path);
    }

    private static RawBody resource(String path) {
        try (InputStream file = SiteFiles.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("The page names a file that is not there: " + path);
            }
            return RawBody.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
