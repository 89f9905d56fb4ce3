/** Many results in one file, made when somebody wants to take them along, and gone after a day. */
@NullMarked
package dev.halftone.core.archive;

import org.jspecify.annotations.NullMarked;
