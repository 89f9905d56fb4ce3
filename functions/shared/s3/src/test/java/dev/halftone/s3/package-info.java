/** The contract of the media store on a real engine. */
@NullMarked
package dev.halftone.s3;

import org.jspecify.annotations.NullMarked;
