/**
 * What tests are made of: for every port a contract, a fake that the contract proves, and small
 * values with valid defaults.
 */
@NullMarked
package dev.halftone.testing;

import org.jspecify.annotations.NullMarked;
