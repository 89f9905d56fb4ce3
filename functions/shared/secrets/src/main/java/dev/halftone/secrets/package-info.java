/** Secrets and addresses that the operator keeps in the parameter store. */
@NullMarked
package dev.halftone.secrets;

import org.jspecify.annotations.NullMarked;
