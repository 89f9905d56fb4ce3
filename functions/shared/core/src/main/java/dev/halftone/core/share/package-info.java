/**
 * What people show to others: a link to one result, which ends by itself after a week and whenever
 * its owner wants. The result knows nothing of it.
 */
@NullMarked
package dev.halftone.core.share;

import org.jspecify.annotations.NullMarked;
