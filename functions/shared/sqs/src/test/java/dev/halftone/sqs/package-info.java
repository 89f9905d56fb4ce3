/** The contract of the queue on a real engine. */
@NullMarked
package dev.halftone.sqs;

import org.jspecify.annotations.NullMarked;
