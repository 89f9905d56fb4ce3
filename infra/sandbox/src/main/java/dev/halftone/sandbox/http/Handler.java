package dev.halftone.sandbox.http;

import java.io.IOException;

/** Answers one request; the path it sees starts after the prefix it is mounted under. */
public interface Handler {

    void handle(Exchange exchange, String path) throws IOException;
}
