/** One operator's service: its brand, age limit, policy version, gifts and price list. */
@NullMarked
package dev.halftone.core.profile;

import org.jspecify.annotations.NullMarked;
