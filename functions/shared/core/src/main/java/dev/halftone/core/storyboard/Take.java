package dev.halftone.core.storyboard;

import dev.halftone.core.generation.GenerationId;
import java.time.Instant;

/**
 * A generation that was asked for a shot. One that was refused leaves a take without a generation,
 * which means nothing.
 *
 * @param shot by its number
 */
public record Take(int shot, GenerationId generation, Instant at) {}
