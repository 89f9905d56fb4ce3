/**
 * GMI Cloud's request queue: submit, poll, and a list by which a lost answer is found again. It
 * knows no callbacks and hears no wish to stop.
 */
@NullMarked
package dev.halftone.providers.gmi;

import org.jspecify.annotations.NullMarked;
