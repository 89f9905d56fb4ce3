/** Delivered media in a bucket: S3 itself, or any store that speaks its protocol. */
@NullMarked
package dev.halftone.s3;

import org.jspecify.annotations.NullMarked;
