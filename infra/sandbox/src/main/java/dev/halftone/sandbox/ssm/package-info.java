/** The two read operations of the AWS Systems Manager parameter store. */
@NullMarked
package dev.halftone.sandbox.ssm;

import org.jspecify.annotations.NullMarked;
