/**
 * Whether words may be worked on at all: asked before anything is spent. It knows what was said and
 * by whom, and nothing of models and money.
 */
@NullMarked
package dev.halftone.core.safety;

import org.jspecify.annotations.NullMarked;
