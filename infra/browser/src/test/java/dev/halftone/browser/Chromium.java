package dev.halftone.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser that is installed on this machine. None is ever downloaded. */
final class Chromium {
    private static final String VARIABLE = "CHROMIUM";
    private static final List<Path> USUAL =
            List.of(
                    Path.of("/usr/bin/chromium"),
                    Path.of("/usr/bin/chromium-browser"),
                    Path.of("/usr/bin/google-chrome"),
                    Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
                    Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    private Chromium() {}

    static Path find(Map<String, String> environment) {
        return find(environment, USUAL);
    }

    static Path find(Map<String, String> environment, List<Path> usual) {
        Optional<Path> named = Optional.ofNullable(environment.get(VARIABLE)).map(Path::of);
        Stream<Path> places = named.map(Stream::of).orElse(usual.stream());
        return places.filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(missing(named)));
    }

    private static String missing(Optional<Path> named) {
        return named.map(path -> VARIABLE + " names " + path + ", which is no program. ").orElse("")
                + "The browser lane needs Chromium: install it (Debian, Ubuntu: apt-get install"
                + " chromium), or set "
                + VARIABLE
                + " to the program of another Chromium or Chrome.";
    }
}
