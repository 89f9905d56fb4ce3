/** The contracts of the ports on a real engine, and what happens when the network fails. */
@NullMarked
package dev.halftone.dynamodb;

import org.jspecify.annotations.NullMarked;
