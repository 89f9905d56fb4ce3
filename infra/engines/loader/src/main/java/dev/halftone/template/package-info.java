/**
 * Reads the CloudFormation templates, so that a machine's tables, queues, buckets and routes are
 * those of the cloud. It knows the intrinsics in use here; any other ends the reading by name.
 */
@NullMarked
package dev.halftone.template;

import org.jspecify.annotations.NullMarked;
