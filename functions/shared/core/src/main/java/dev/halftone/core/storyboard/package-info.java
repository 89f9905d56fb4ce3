/**
 * Storyboards: a brief, the shots that a language model planned of it and a person has edited, and
 * what was made of each. A plan and a shot are ordinary generations, with their own price and end.
 */
@NullMarked
package dev.halftone.core.storyboard;

import org.jspecify.annotations.NullMarked;
