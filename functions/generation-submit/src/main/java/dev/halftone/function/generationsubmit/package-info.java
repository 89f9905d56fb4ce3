/** Quotes, submissions and cancellations: everything a person does to a generation. */
@NullMarked
package dev.halftone.function.generationsubmit;

import org.jspecify.annotations.NullMarked;
