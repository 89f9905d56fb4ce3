package dev.halftone.core;

/** Named values that the operator keeps outside the code: secrets, and the public address. */
public interface Secrets {

    /**
     * The current value of {@code name}, at most a few minutes old, fetched on first use and never
     * while a function starts, so that no snapshot holds it.
     *
     * @throws PermanentFailure if no such parameter exists
     */
    SecretText value(String name);
}
