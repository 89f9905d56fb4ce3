/** Compiles the profiles beside this module to the JSON that functions read. Runs at build only. */
@NullMarked
package dev.halftone.profiles;

import org.jspecify.annotations.NullMarked;
