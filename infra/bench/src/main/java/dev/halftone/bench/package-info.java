/**
 * What the ledger costs, in time and in write units. Times are only ever compared with each other,
 * within one run on one machine; write units are arithmetic and the same everywhere.
 */
@NullMarked
package dev.halftone.bench;

import org.jspecify.annotations.NullMarked;
