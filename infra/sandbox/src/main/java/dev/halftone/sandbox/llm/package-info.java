/** A language model behind OpenAI's chat completions, as many companies offer them. */
@NullMarked
package dev.halftone.sandbox.llm;

import org.jspecify.annotations.NullMarked;
