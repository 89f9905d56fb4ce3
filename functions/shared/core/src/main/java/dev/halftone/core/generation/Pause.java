package dev.halftone.core.generation;

import java.time.Duration;

/** Lets time pass between two attempts of one worker. */
@FunctionalInterface
public interface Pause {

    /** Returns after {@code time}, or at once if the worker is to end. */
    void pause(Duration time);
}
