/**
 * The real handlers on a real DynamoDB engine, while their processes die, freeze and are cut off at
 * every single call to the outside.
 */
@NullMarked
package dev.halftone.local.crash;

import org.jspecify.annotations.NullMarked;
