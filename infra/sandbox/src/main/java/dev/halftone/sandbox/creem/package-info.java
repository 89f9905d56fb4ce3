/**
 * Creem, as far as its documentation shows it (https://docs.creem.io/api-reference): one shop in
 * test mode, which forgets everything when the sandbox ends.
 */
@NullMarked
package dev.halftone.sandbox.creem;

import org.jspecify.annotations.NullMarked;
