/**
 * Draws a picture from a prompt, a seed and a size: generative scenes in the manner of a screen
 * print. It knows nothing of providers, requests or files.
 */
@NullMarked
package dev.halftone.sandbox.painter;

import org.jspecify.annotations.NullMarked;
