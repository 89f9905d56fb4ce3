/** What can be made: models, what each supports, and what it costs in credits. */
@NullMarked
package dev.halftone.core.catalogue;

import org.jspecify.annotations.NullMarked;
