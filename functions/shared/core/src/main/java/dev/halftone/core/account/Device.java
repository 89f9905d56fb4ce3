package dev.halftone.core.account;

import java.util.List;
import java.util.Locale;

/**
 * A browser and its system in a few words, of what it says of itself. Only words of ours come out,
 * whatever goes in.
 */
public final class Device {

    private static final int CHARACTERS_READ_MAX = 512;
    private static final String SOMETHING = "Unknown browser";

    private record Name(String mark, String name) {}

    // In this order: most browsers also name those that they descend from.
    private static final List<Name> BROWSERS =
            List.of(
                    new Name("edg/", "Edge"),
                    new Name("edga/", "Edge"),
                    new Name("edgios/", "Edge"),
                    new Name("opr/", "Opera"),
                    new Name("samsungbrowser/", "Samsung Internet"),
                    new Name("vivaldi/", "Vivaldi"),
                    new Name("fxios/", "Firefox"),
                    new Name("firefox/", "Firefox"),
                    new Name("crios/", "Chrome"),
                    new Name("chrome/", "Chrome"),
                    new Name("safari/", "Safari"));
    private static final List<Name> SYSTEMS =
            List.of(
                    new Name("android", "Android"),
                    new Name("iphone", "iPhone"),
                    new Name("ipad", "iPad"),
                    new Name("windows", "Windows"),
                    new Name("cros ", "ChromeOS"),
                    new Name("macintosh", "macOS"),
                    new Name("linux", "Linux"));

    private Device() {}

    /** Such as "Firefox on Linux"; at most 60 characters. */
    public static String of(String userAgent) {
        String read =
                userAgent
                        .substring(0, Math.min(userAgent.length(), CHARACTERS_READ_MAX))
                        .toLowerCase(Locale.ROOT);
        String browser = first(BROWSERS, read, SOMETHING);
        String system = first(SYSTEMS, read, "");
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    private static String first(List<Name> names, String read, String otherwise) {
        return names.stream()
                .filter(each -> read.contains(each.mark()))
                .findFirst()
                .map(Name::name)
                .orElse(otherwise);
    }
}
