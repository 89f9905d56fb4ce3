package dev.halftone.lambda;

/** A request body that was read, or the answer that says why it could not be. */
public sealed interface Body<T> {
    record Valid<T>(T value) implements Body<T> {}

    record Invalid<T>(HttpResponse response) implements Body<T> {}
}
