/** OpenAI: pictures by the GPT image models, each in one call whose answer is the picture. */
@NullMarked
package dev.halftone.providers.openai;

import org.jspecify.annotations.NullMarked;
