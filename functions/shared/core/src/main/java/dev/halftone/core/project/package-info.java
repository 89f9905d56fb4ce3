/**
 * What people gather their work in. It knows nothing of the work itself, which says for itself
 * where it belongs.
 */
@NullMarked
package dev.halftone.core.project;

import org.jspecify.annotations.NullMarked;
