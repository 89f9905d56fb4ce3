/**
 * Creem, which sells in its own name and works out the tax itself. Knows its protocol, and nothing
 * of what payments do to accounts.
 */
@NullMarked
package dev.halftone.creem;

import org.jspecify.annotations.NullMarked;
