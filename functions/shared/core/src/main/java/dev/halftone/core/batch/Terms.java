package dev.halftone.core.batch;

import dev.halftone.core.generation.GenerationWish;
import dev.halftone.core.generation.Price;

/**
 * What is made of every row, and for how much.
 *
 * @param template the words, with the names of columns in braces
 * @param price of one row, as it was promised for all: it is charged whatever the list says later
 */
public record Terms(GenerationWish wish, String template, Price price) {}
