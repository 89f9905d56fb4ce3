/** A strict OpenID Connect provider for sample people; every check a real one makes, it makes. */
@NullMarked
package dev.halftone.sandbox.oidc;

import org.jspecify.annotations.NullMarked;
