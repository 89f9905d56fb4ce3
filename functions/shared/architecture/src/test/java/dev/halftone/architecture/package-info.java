/**
 * The rules of the house, as tests. Knows every module and every template; nothing knows it.
 *
 * <p>A rule is a function of a base package: the project must obey it, and the classes under {@code
 * planted} must break it, so that a rule which no longer sees anything is noticed.
 */
@NullMarked
package dev.halftone.architecture;

import org.jspecify.annotations.NullMarked;
