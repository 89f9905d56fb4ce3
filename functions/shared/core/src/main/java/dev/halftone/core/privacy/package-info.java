/**
 * The data map: everything that Halftone stores, logs, sets in a browser or sends to others, one
 * declaration each. What is not declared here must not exist, and what is declared must.
 *
 * <p>Knows no other package of the domain: it names where values lie, and never reads one.
 */
@NullMarked
package dev.halftone.core.privacy;

import org.jspecify.annotations.NullMarked;
