/** Whoever judges words by OpenAI's moderation endpoint, or by another that speaks as it does. */
@NullMarked
package dev.halftone.providers.moderation;

import org.jspecify.annotations.NullMarked;
