/** What no function may do; the tests must notice each of it. */
@NullMarked
package dev.halftone.packaged.planted;

import org.jspecify.annotations.NullMarked;
