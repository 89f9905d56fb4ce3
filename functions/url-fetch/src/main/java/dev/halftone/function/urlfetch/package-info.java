/** Fetches what lies at an address, with no power but to put it into quarantine. */
@NullMarked
package dev.halftone.function.urlfetch;

import org.jspecify.annotations.NullMarked;
