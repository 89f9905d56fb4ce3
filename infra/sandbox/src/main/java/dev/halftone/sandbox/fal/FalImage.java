package dev.halftone.sandbox.fal;

/** A file of a result, as it was announced. */
record FalImage(String file, long bytes, int width, int height) {}
