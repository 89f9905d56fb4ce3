package dev.halftone.testing;

import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ProviderRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What only an operator may see of a provider, and which of it a text shows all the same. */
public final class ProviderInsides {

    public static final String REQUEST_ID = "0c1e7d1a-0000-4000-8000-00000000ca4a";
    public static final String KEY = "key-id-ca4a:key-secret-ca4a";
    public static final String ADDRESS = "https://queue.fal.run/fal-ai/insides/requests/ca4a";

    private static final List<Pattern> ALWAYS =
            List.of(
                    Pattern.compile("https?://[^\"\\s]*"),
                    Pattern.compile("fal-ai/[^\"\\s]*"),
                    Pattern.compile("\\b[\\w.]*[a-z](?:Exception|Error)\\b"),
                    Pattern.compile("\\bat [\\w.$/]+\\([\\w.]+(?::\\d+)?\\)"));

    private final List<String> words;

    private ProviderInsides(List<String> words) {
        this.words = List.copyOf(words);
    }

    /** Besides these words: addresses, endpoints, and the marks of an exception. */
    public static ProviderInsides of(List<String> words) {
        return new ProviderInsides(words);
    }

    /** The ones that the values below are full of. */
    public static ProviderInsides planted() {
        return of(List.of(REQUEST_ID, KEY, ADDRESS, "ca4a"));
    }

    public static ProviderRequest request() {
        return new ProviderRequest(
                "fal", REQUEST_ID, Map.of("status", ADDRESS, "response", ADDRESS + "?key=" + KEY));
    }

    public static ProviderMedia media() {
        return new ProviderMedia(URI.create(ADDRESS + "/output.png?token=" + KEY), "image/png");
    }

    /** What a careless adapter could put into a detail. */
    public static String detail() {
        return "request "
                + REQUEST_ID
                + " at "
                + ADDRESS
                + " with "
                + KEY
                + ": java.io.IOException: gone\n"
                + "\tat dev.halftone.providers.fal.FalHttp.get(FalHttp.java:61)";
    }

    public List<String> in(String text) {
        List<String> found = new ArrayList<>(words.stream().filter(text::contains).toList());
        ALWAYS.forEach(
                pattern -> pattern.matcher(text).results().forEach(hit -> found.add(hit.group())));
        return found;
    }
}
