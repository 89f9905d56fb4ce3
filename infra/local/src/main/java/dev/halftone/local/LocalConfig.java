package dev.halftone.local;

import dev.halftone.template.Template;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to start and where: the template, the folder that keeps the state (emptied first if {@code
 * fresh}), the ports, the sandbox provider's tick, the time for everything on this machine, the
 * person's choices; what a person reads goes to {@code out}, what functions report to {@code log}.
 */
public record LocalConfig(
        Path template,
        Path state,
        boolean fresh,
        LocalPorts ports,
        Duration pace,
        Clock clock,
        LocalChoices choices,
        PrintStream out,
        PrintStream log) {
    private static final String PORT = "LOCAL_PORT";
    private static final int PORT_STANDARD = 8080;
    private static final Duration PACE_STANDARD = Duration.ofSeconds(1);
    private static final int PORT_MAX = 65_535 - 13;

    /** This repository's template and state on the ports people know. */
    public static LocalConfig of(
            Map<String, String> environment, boolean fresh, PrintStream out, PrintStream log) {
        Path repository = Template.repository();
        return new LocalConfig(
                repository.resolve("template.yaml"),
                repository.resolve(".halftone"),
                fresh,
                LocalPorts.from(port(environment.get(PORT))),
                PACE_STANDARD,
                Clock.systemUTC(),
                LocalChoices.from(environment),
                out,
                log);
    }

    /** For tests: this repository's template on any free ports, with the state they name. */
    public static LocalConfig onFreePorts(Path state, Duration pace, PrintStream log)
            throws IOException {
        return new LocalConfig(
                Template.repository().resolve("template.yaml"),
                state,
                false,
                LocalPorts.anyFree(),
                pace,
                Clock.systemUTC(),
                LocalChoices.STANDARD,
                log,
                log);
    }

    /** The same with another clock, so that a test need not wait for what takes minutes. */
    public LocalConfig with(Clock otherClock) {
        return new LocalConfig(template, state, fresh, ports, pace, otherClock, choices, out, log);
    }

    /** The same with another reader, so that a log holds only what functions report. */
    public LocalConfig tellingPeople(PrintStream otherOut) {
        return new LocalConfig(template, state, fresh, ports, pace, clock, choices, otherOut, log);
    }

    /** The same as another operator's service. */
    public LocalConfig withProfile(String profile) {
        return new LocalConfig(
                template, state, fresh, ports, pace, clock, choices.with(profile), out, log);
    }

    private static int port(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return PORT_STANDARD;
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port <= PORT_MAX) {
                return port;
            }
        } catch (NumberFormatException _) {
            // Answered below, like a number out of range.
        }
        throw new IllegalArgumentException(
                PORT + " is " + text + ", but has to be a number from 1 to " + PORT_MAX + ".");
    }
}
