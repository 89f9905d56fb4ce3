/** What every provider's adapter promises, and the server that plays providers. */
@NullMarked
package dev.halftone.providers;

import org.jspecify.annotations.NullMarked;
