package dev.halftone.sandbox;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.painter.Painter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody's site with a picture for every name, one that has moved, and one that leads inwards.
 */
final class PictureSite implements Handler {

    private static final Pattern PICTURE = Pattern.compile("[a-z0-9-]{1,60}\\.png");
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int KEPT_MAX = 100;

    private final List<String> asked = new ArrayList<>();

    /** The paths of the last requests, oldest first. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        keep(path);
        switch (path) {
            case "moved" -> exchange.redirect("/pictures/boat.png");
            case "inwards" -> exchange.redirect("http://169.254.169.254/latest/meta-data/");
            default -> {
                if (PICTURE.matcher(path).matches()) {
                    exchange.bytes(200, "image/png", Painter.paint(path, 7, WIDTH, HEIGHT));
                } else {
                    exchange.html(404, "Not found");
                }
            }
        }
    }

    private synchronized void keep(String path) {
        asked.add(path);
        if (asked.size() > KEPT_MAX) {
            asked.removeFirst();
        }
    }
}
