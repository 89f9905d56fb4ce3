/**
 * Any language model behind an endpoint that speaks OpenAI's chat completions: which one is the
 * operator's choice. It answers with a document of the form that was asked for.
 */
@NullMarked
package dev.halftone.providers.llm;

import org.jspecify.annotations.NullMarked;
