/** Luma's Dream Machine: submit, poll, list, delete, media and unsigned callbacks. */
@NullMarked
package dev.halftone.sandbox.dreammachine;

import org.jspecify.annotations.NullMarked;
