package dev.halftone.browser;

/**
 * Something on a page that no visitor should meet.
 *
 * @param kind what the watcher saw it as
 * @param words the browser's own words for it
 */
record Fault(Kind kind, String words) {
    enum Kind {
        CONSOLE,
        PAGE_ERROR,
        FOREIGN_HOST,
        FAILED_REQUEST,
        CONTENT_SECURITY_POLICY,
        ACCESSIBILITY,
        SIDEWAYS_SCROLL
    }

    @Override
    public String toString() {
        return kind + ": " + words;
    }
}
