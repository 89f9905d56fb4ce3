/**
 * Luma's Agents API: pictures of Uni, films of Ray 3. It has two calls, submit and poll; its
 * results live for an hour, and each poll names them anew.
 */
@NullMarked
package dev.halftone.providers.luma;

import org.jspecify.annotations.NullMarked;
