/** Google's image models by both ways: the Gemini API, and Vertex AI with its tokens. */
@NullMarked
package dev.halftone.sandbox.googleai;

import org.jspecify.annotations.NullMarked;
