package dev.halftone.local.datamap;

import dev.halftone.core.privacy.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the page's scripts keep in the browser, read from their text. */
final class PageStorage {
    private static final Pattern STORE =
            Pattern.compile(
                    "(?:localStorage|sessionStorage)\\.(?:getItem|setItem|removeItem)\\(\\s*"
                            + "(?:\"([^\"]+)\"|(\\w+))");
    private static final Pattern CONSTANT =
            Pattern.compile("^const [A-Z_]+ = \"([^\"]+)\";$", Pattern.MULTILINE);
    private static final Pattern OTHER_STORE =
            Pattern.compile(
                    "indexedDB|document\\.cookie|cookieStore|caches\\.|serviceWorker"
                            + "|(?:localStorage|sessionStorage)(?!\\.(?:get|set|remove)Item\\()");

    private PageStorage() {}

    static void report(Path scripts, Observation observation) {
        try (Stream<Path> files = Files.walk(scripts)) {
            List<Path> texts = files.filter(file -> file.toString().endsWith(".js")).toList();
            for (Path text : texts) {
                read(Files.readString(text), observation);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the key is a variable, it is one of the script's constants. */
    static void read(String script, Observation observation) {
        Matcher stores = STORE.matcher(script);
        boolean byVariable = false;
        while (stores.find()) {
            if (stores.group(1) != null) {
                observation.see(new Place.BrowserStorage(stores.group(1)), null);
            } else {
                byVariable = true;
            }
        }
        if (byVariable) {
            Matcher constants = CONSTANT.matcher(script);
            while (constants.find()) {
                observation.see(new Place.BrowserStorage(constants.group(1)), null);
            }
        }
        Matcher others = OTHER_STORE.matcher(script);
        while (others.find()) {
            observation.see(new Place.BrowserStorage(others.group()), null);
        }
    }
}
