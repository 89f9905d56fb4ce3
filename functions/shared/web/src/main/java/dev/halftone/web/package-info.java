/** Gets files from servers that strangers name, over connections to machines that were checked. */
@NullMarked
package dev.halftone.web;

import org.jspecify.annotations.NullMarked;
