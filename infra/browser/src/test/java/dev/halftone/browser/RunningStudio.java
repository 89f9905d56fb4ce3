package dev.halftone.browser;

import dev.halftone.local.LocalConfig;
import dev.halftone.local.LocalStudio;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The whole product on free ports with an empty state folder, started once for all visits. */
final class RunningStudio {

    // Slow enough that a person, and so a test, sees the progress.
    private static final Duration PACE = Duration.ofMillis(150);

    private static final LocalConfig CONFIG = config();
    private static final LocalStudio STUDIO = start();

    private RunningStudio() {}

    static LocalStudio get() {
        return STUDIO;
    }

    /** Where its tables are. */
    static URI tables() {
        return URI.create("http://127.0.0.1:" + CONFIG.ports().dynamoDb());
    }

    private static LocalConfig config() {
        try {
            Path state = Files.createTempDirectory("halftone-browser");
            PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
            return LocalConfig.onFreePorts(state, PACE, silent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalStudio start() {
        try {
            LocalStudio studio = LocalStudio.start(CONFIG);
            Runtime.getRuntime().addShutdownHook(new Thread(studio::close));
            return studio;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
