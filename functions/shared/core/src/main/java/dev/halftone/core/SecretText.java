package dev.halftone.core;

/** A secret that prints as {@code [REDACTED]}, so that no log line or message can carry it. */
public final class SecretText {

    private final String value;

    public SecretText(String value) {
        this.value = value;
    }

    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
