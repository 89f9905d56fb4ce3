/** What people buy: products, orders, receipts. What becomes of a payment is decided in core. */
@NullMarked
package dev.halftone.function.checkout;

import org.jspecify.annotations.NullMarked;
