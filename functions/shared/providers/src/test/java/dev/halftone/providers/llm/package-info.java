@NullMarked
package dev.halftone.providers.llm;

import org.jspecify.annotations.NullMarked;
