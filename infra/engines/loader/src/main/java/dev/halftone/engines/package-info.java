/**
 * AWS's tables, queues and objects on loopback, for development and tests. Each engine runs in a
 * class loader of its own, because their libraries exclude each other; what they hold is created
 * from the templates in {@code infra/}, never from a list kept here.
 */
@NullMarked
package dev.halftone.engines;

import org.jspecify.annotations.NullMarked;
