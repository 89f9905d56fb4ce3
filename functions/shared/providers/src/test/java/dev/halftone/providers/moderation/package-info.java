@NullMarked
package dev.halftone.providers.moderation;

import org.jspecify.annotations.NullMarked;
