package dev.halftone.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names everything that one action of a person causes, from the browser to the ledger line: the
 * trace id of W3C Trace Context, 32 lower-case hexadecimal digits that are not all zero.
 *
 * <p>A name, never a proof: whoever asks may choose it, so nothing is allowed, found or charged by
 * it.
 */
public record TraceId(String value) {

    private static final Pattern FORM = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final int BYTES = 16;
    private static final String PURPOSE = "trace-id.v1\n";

    public TraceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a trace id");
        }
    }

    public static Optional<TraceId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new TraceId(text)) : Optional.empty();
    }

    /** The trace of what nobody named one for; the same id always has the same. */
    public static TraceId derivedFrom(String id) {
        byte[] hash = Digest.sha256().digest((PURPOSE + id).getBytes(UTF_8));
        return new TraceId(HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES)));
    }

    @Override
    public String toString() {
        return value;
    }
}
