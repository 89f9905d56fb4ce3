/** Against a real server on loopback, with a certificate of its own. */
@NullMarked
package dev.halftone.web;

import org.jspecify.annotations.NullMarked;
