package dev.halftone.core.generation;

import dev.halftone.core.catalogue.InputRole;
import java.nio.file.Path;

/**
 * A file that an order brings along.
 *
 * @param file on this machine, for as long as the call lasts
 */
public record ProviderInput(InputRole role, String contentType, Path file) {}
