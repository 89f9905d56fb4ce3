/**
 * The edge of every function: the entry that Lambda calls, HTTP and queue events in and out,
 * configuration, the session check, logging and metrics.
 *
 * <p>Knows events and HTTP; knows no store, no queue and no provider.
 */
@NullMarked
package dev.halftone.lambda;

import org.jspecify.annotations.NullMarked;
