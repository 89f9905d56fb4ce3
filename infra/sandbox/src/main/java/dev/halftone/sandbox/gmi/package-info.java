/** GMI Cloud's request queue: submit, list, poll and media. */
@NullMarked
package dev.halftone.sandbox.gmi;

import org.jspecify.annotations.NullMarked;
