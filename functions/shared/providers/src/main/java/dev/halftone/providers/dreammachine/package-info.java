/**
 * Luma's Dream Machine, its older API: pictures of Photon, films of Ray. Its callbacks are
 * unsigned, so they are hints; its list shows what was taken, by the callback address that it
 * repeats.
 */
@NullMarked
package dev.halftone.providers.dreammachine;

import org.jspecify.annotations.NullMarked;
