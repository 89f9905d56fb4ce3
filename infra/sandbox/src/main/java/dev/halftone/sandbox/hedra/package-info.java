/** Hedra's API, version 3: models, jobs, files, media and signed callbacks. */
@NullMarked
package dev.halftone.sandbox.hedra;

import org.jspecify.annotations.NullMarked;
