package dev.halftone.sandbox.fal;

/** A file of a result, a picture or a film, as it was announced. */
record FalImage(String file, long bytes, int width, int height) {

    static final String FILM_SUFFIX = ".mp4";

    boolean isFilm() {
        return file.endsWith(FILM_SUFFIX);
    }

    String contentType() {
        return contentType(file);
    }

    static String contentType(String file) {
        return file.endsWith(FILM_SUFFIX) ? "video/mp4" : "image/png";
    }
}
