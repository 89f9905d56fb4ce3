/**
 * A world in one thread: the use cases of the domain over ports in memory, with users, a queue, a
 * provider and a payment processor that all misbehave as a seed decides, under a clock that only
 * moves when nobody acts. One seed is one world, to the last detail.
 */
@NullMarked
package dev.halftone.testing.simulation;

import org.jspecify.annotations.NullMarked;
