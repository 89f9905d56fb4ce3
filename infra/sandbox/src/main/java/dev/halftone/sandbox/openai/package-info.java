/** OpenAI's images API: the answer to an order is the picture. */
@NullMarked
package dev.halftone.sandbox.openai;

import org.jspecify.annotations.NullMarked;
