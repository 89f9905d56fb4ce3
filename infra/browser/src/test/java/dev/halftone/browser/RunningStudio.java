package dev.halftone.browser;

import dev.halftone.local.LocalConfig;
import dev.halftone.local.LocalStudio;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The whole product on free ports with an empty state folder, started once for all visits. */
final class RunningStudio {

    // Slow enough that a person, and so a test, sees the progress.
    private static final Duration PACE = Duration.ofMillis(150);

    private static final LocalStudio STUDIO = start();

    private RunningStudio() {}

    static LocalStudio get() {
        return STUDIO;
    }

    private static LocalStudio start() {
        try {
            Path state = Files.createTempDirectory("halftone-browser");
            PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
            LocalStudio studio = LocalStudio.start(LocalConfig.onFreePorts(state, PACE, silent));
            Runtime.getRuntime().addShutdownHook(new Thread(studio::close));
            return studio;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
