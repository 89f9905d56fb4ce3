/** A mail service that delivers nothing: what it is handed can be read on a page. */
@NullMarked
package dev.halftone.sandbox.mail;

import org.jspecify.annotations.NullMarked;
