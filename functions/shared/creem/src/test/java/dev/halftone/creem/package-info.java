@NullMarked
package dev.halftone.creem;

import org.jspecify.annotations.NullMarked;
