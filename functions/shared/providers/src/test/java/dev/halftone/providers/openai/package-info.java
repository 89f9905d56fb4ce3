@NullMarked
package dev.halftone.providers.openai;

import org.jspecify.annotations.NullMarked;
