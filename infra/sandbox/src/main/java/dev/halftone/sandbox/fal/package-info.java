/** The queue API of fal.ai: submit, poll, result, cancel, media and signed webhooks. */
@NullMarked
package dev.halftone.sandbox.fal;

import org.jspecify.annotations.NullMarked;
