/**
 * Credits for money: products, orders, and what processors say of payments.
 *
 * <p>An order is written before its checkout is opened and keeps what was offered then; what it
 * grants and costs never comes from a client or from what a processor carries along. What a
 * processor says is a {@link dev.halftone.core.payment.PaymentFact}: how something stands now,
 * never a difference, so that facts may come in any order and any number of times. No processor is
 * known here by name.
 */
@NullMarked
package dev.halftone.core.payment;

import org.jspecify.annotations.NullMarked;
