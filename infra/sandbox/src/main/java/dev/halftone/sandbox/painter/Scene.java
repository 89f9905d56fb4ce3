package dev.halftone.sandbox.painter;

/** One family of compositions. */
interface Scene {

    void draw(Sheet sheet, Dice dice);
}
