/** The few lines of HTTP that every protocol of the sandbox shares; it knows no protocol. */
@NullMarked
package dev.halftone.sandbox.http;

import org.jspecify.annotations.NullMarked;
