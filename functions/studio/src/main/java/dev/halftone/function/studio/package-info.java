/** What people read: models, their history and pictures, their balance and statement. */
@NullMarked
package dev.halftone.function.studio;

import org.jspecify.annotations.NullMarked;
