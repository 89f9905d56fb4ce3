@NullMarked
package dev.halftone.providers.luma;

import org.jspecify.annotations.NullMarked;
