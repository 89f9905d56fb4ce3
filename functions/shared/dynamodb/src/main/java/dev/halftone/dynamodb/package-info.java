/**
 * The tables: one class per port, each decision one conditional write. The layout of the keys
 * stands at the top of each class.
 *
 * <p>Knows the domain and one SDK module; no function, queue or bucket.
 */
@NullMarked
package dev.halftone.dynamodb;

import org.jspecify.annotations.NullMarked;
