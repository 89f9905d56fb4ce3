package dev.halftone.packaged.planted;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Draws an id, seeds its dice, looks at the clock and reads a secret before its snapshot. */
public final class EverythingAtInit implements RequestStreamHandler {
    private final UUID id = UUID.randomUUID();
    private final Random dice = new Random();
    private final Instant now = Instant.now();
    private final String secret;

    public EverythingAtInit() throws IOException {
        this.secret = Files.readString(Path.of("secret.txt"));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        String answer =
                "{\"id\":\"%s\",\"dice\":%d,\"now\":\"%s\",\"secretLength\":%d}"
                        .formatted(id, dice.nextInt(), now, secret.length());
        output.write(answer.getBytes(StandardCharsets.UTF_8));
    }
}
