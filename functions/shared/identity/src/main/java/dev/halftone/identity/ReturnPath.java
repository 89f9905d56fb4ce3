package dev.halftone.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where on our own origin a browser goes after signing in. Never another origin. */
public record ReturnPath(String value) {

    // Five flow cookies, each carrying a path, must fit in API Gateway's 10 240 bytes of headers.
    private static final int CHARACTERS_MAX = 512;
    // Browsers read a backslash as a slash and drop tabs, so both would lead to another host.
    private static final Pattern FORM =
            Pattern.compile("/(?!/|%2f|%5c)[\\x21-\\x7e&&[^\\\\]]*", Pattern.CASE_INSENSITIVE);
    private static final URI ANY_ORIGIN = URI.create("https://halftone.invalid");

    public static final ReturnPath HOME = new ReturnPath("/");

    public ReturnPath {
        if (!isLocal(value)) {
            throw new IllegalArgumentException("Not a path on our own origin");
        }
    }

    /** The requested path, or home if it is not exactly a local path; nothing is repaired. */
    public static ReturnPath orHome(@Nullable String requested) {
        return requested != null && isLocal(requested) ? new ReturnPath(requested) : HOME;
    }

    private static boolean isLocal(String path) {
        if (path.length() > CHARACTERS_MAX || !FORM.matcher(path).matches()) {
            return false;
        }
        try {
            URI resolved = ANY_ORIGIN.resolve(new URI(path));
            return ANY_ORIGIN.getScheme().equals(resolved.getScheme())
                    && ANY_ORIGIN.getRawAuthority().equals(resolved.getRawAuthority());
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
