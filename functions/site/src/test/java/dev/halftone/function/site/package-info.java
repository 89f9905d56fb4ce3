/** What the page may send, and what it may contain. */
@NullMarked
package dev.halftone.function.site;

import org.jspecify.annotations.NullMarked;
