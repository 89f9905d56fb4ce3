package dev.halftone.lambda;

import java.nio.charset.StandardCharsets;

/** Bytes of a request or an answer, exactly as they travel. */
public final class RawBody {
    public static final RawBody EMPTY = new RawBody(new byte[0]);

    private final byte[] bytes;

    private RawBody(byte[] bytes) {
        this.bytes = bytes;
    }

    public static RawBody of(byte[] bytes) {
        return new RawBody(bytes.clone());
    }

    public static RawBody ofText(String text) {
        return new RawBody(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes read as UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public int size() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    @Override
    public String toString() {
        return "RawBody[" + bytes.length + " bytes]";
    }
}
