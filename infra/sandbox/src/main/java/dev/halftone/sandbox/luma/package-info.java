/** Luma's Agents API: submit, poll, and media whose addresses live for an hour. */
@NullMarked
package dev.halftone.sandbox.luma;

import org.jspecify.annotations.NullMarked;
