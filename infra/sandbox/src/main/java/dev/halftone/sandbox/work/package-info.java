/** What every model provider of the sandbox has in common: work that takes its time, and media. */
@NullMarked
package dev.halftone.sandbox.work;

import org.jspecify.annotations.NullMarked;
