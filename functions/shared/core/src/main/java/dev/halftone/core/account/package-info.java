/** People: who signed in, with what proof, what they accepted, and the session that says so. */
@NullMarked
package dev.halftone.core.account;

import org.jspecify.annotations.NullMarked;
