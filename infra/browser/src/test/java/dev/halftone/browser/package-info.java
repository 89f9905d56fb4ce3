/** The page as people meet it: a real Chromium, the whole product behind it, and a watcher. */
@NullMarked
package dev.halftone.browser;

import org.jspecify.annotations.NullMarked;
