/**
 * The page: serves the files of its own package and nothing else, each with its cache and security
 * headers.
 *
 * <p>Knows no store, no session and no secret.
 */
@NullMarked
package dev.halftone.function.site;

import org.jspecify.annotations.NullMarked;
