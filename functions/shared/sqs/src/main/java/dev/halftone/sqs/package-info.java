/** The queues that make things happen soon; what makes them certain is a table. */
@NullMarked
package dev.halftone.sqs;

import org.jspecify.annotations.NullMarked;
