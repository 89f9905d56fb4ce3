/**
 * The domain of Halftone: what credits, people and generations are, and every rule about them.
 *
 * <p>Depends on the JDK alone. Everything outside (tables, queues, providers, clocks) arrives
 * through a port: an interface that an adapter implements.
 */
@NullMarked
package dev.halftone.core;

import org.jspecify.annotations.NullMarked;
