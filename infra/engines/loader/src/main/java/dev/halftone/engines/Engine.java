package dev.halftone.engines;

import java.net.URI;

/** One running engine; it answers on 127.0.0.1 only. */
public sealed interface Engine extends AutoCloseable permits DynamoDbEngine, S3Engine, SqsEngine {
    /** S3's signatures are checked, so every client has to name these two. */
    String ACCESS_KEY_ID = "local";

    String SECRET_ACCESS_KEY = "local";

    URI endpoint();

    @Override
    void close();
}
