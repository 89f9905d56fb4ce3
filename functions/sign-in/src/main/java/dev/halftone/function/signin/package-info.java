/**
 * Signing in and out, and the step between signing in and using the service.
 *
 * <p>Owns sessions' beginning and end. Knows neither generations nor providers of media.
 */
@NullMarked
package dev.halftone.function.signin;

import org.jspecify.annotations.NullMarked;
