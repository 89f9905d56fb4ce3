/**
 * Batches: one table of products, one template, a picture of each. Owns the rows, the price that
 * was promised for all of them, and whose turn it is; it must not know how a row is made, which is
 * an ordinary generation.
 */
@NullMarked
package dev.halftone.core.batch;

import org.jspecify.annotations.NullMarked;
