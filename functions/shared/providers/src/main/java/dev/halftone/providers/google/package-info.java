/**
 * Google's image models, each picture in one call whose answer is the picture: by the Gemini API
 * with a key, or by Vertex AI with the identity of a service account. Both speak the same words.
 */
@NullMarked
package dev.halftone.providers.google;

import org.jspecify.annotations.NullMarked;
