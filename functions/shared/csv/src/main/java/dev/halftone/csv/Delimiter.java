package dev.halftone.csv;

/** What separates the cells: a spreadsheet takes what its country takes. */
final class Delimiter {

    private static final String KNOWN = ",;\t";

    private Delimiter() {}

    /** The one that is most often in the header, where no cell's text is to be expected. */
    static char of(String text) {
        int[] counts = new int[KNOWN.length()];
        boolean quoted = false;
        boolean begun = false;
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            if (here == '"') {
                quoted = !quoted;
            } else if (!quoted && (here == '\n' || here == '\r')) {
                if (begun) {
                    break;
                }
                continue;
            } else if (!quoted) {
                for (int each = 0; each < KNOWN.length(); each++) {
                    counts[each] += here == KNOWN.charAt(each) ? 1 : 0;
                }
            }
            begun = true;
        }
        int most = 0;
        for (int each = 1; each < KNOWN.length(); each++) {
            most = counts[each] > counts[most] ? each : most;
        }
        return KNOWN.charAt(most);
    }
}
