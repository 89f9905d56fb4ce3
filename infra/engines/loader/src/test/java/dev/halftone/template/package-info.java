/** Templates, as written in small ones and as deployed. */
@NullMarked
package dev.halftone.template;

import org.jspecify.annotations.NullMarked;
