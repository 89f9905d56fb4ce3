/** OpenAI's moderation endpoint, which judges words and keeps nothing. */
@NullMarked
package dev.halftone.sandbox.moderation;

import org.jspecify.annotations.NullMarked;
