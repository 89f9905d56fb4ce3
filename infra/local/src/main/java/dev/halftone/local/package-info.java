/**
 * AWS on one machine: the real function classes behind a gateway, queue pollers and a scheduler
 * that read everything they do from the deployed templates. It holds no second list of routes,
 * queues, tables or variables, and it knows nothing of what the functions do.
 */
@NullMarked
package dev.halftone.local;

import org.jspecify.annotations.NullMarked;
