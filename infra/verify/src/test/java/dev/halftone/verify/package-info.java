/** The program that checks statements, held to files that other code than Halftone's wrote. */
@NullMarked
package dev.halftone.verify;

import org.jspecify.annotations.NullMarked;
