package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.OPERATION;
import static dev.halftone.core.privacy.Category.PURCHASE;
import static dev.halftone.core.privacy.DataSubject.NOBODY;
import static dev.halftone.core.privacy.DataSubject.USER;
import static dev.halftone.core.privacy.Kind.ACCOUNT_ID;
import static dev.halftone.core.privacy.Kind.ADDRESS;
import static dev.halftone.core.privacy.Kind.CHOICE;
import static dev.halftone.core.privacy.Kind.NUMBER;
import static dev.halftone.core.privacy.Kind.OPERATOR_SECRET;
import static dev.halftone.core.privacy.Kind.ORDER_ID;
import static dev.halftone.core.privacy.Kind.PAYMENT_NAME;
import static dev.halftone.core.privacy.Kind.STATE;

import java.util.List;

/** What Stripe is told by us: what is bought, and by which account; who pays, people tell it. */
final class ToldToStripe {

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(Told.to(Recipient.STRIPE), USER, PURCHASE)
                            .add("path", PAYMENT_NAME, "name what is asked about")
                            .add("body.mode", STATE, "say how it is paid")
                            .add("body.client_reference_id", ACCOUNT_ID, ORDER_ID, "be told of it")
                            .add("body.metadata[order]", ACCOUNT_ID, ORDER_ID, "be told of it")
                            .add(
                                    "body.payment_intent_data[metadata][order]",
                                    ACCOUNT_ID,
                                    ORDER_ID,
                                    "be told what was refunded")
                            .add(
                                    "body.subscription_data[metadata][order]",
                                    ACCOUNT_ID,
                                    ORDER_ID,
                                    "be told of each period")
                            .add("body.line_items[][price]", STATE, "say what is bought")
                            .add("body.line_items[][quantity]", NUMBER, "say how many")
                            .add("body.allow_promotion_codes", STATE, "take coupons")
                            .add("body.automatic_tax[enabled]", STATE, "have the tax worked out")
                            .add("body.success_url", ADDRESS, ORDER_ID, "have the buyer come back")
                            .add("body.cancel_url", ADDRESS, "have the buyer come back")
                            .add("body.return_url", ADDRESS, "have the buyer come back")
                            .add("body.locale", CHOICE, "speak the buyer's language")
                            .add("body.customer", PAYMENT_NAME, "know the buyer again")
                            .add("body.customer_creation", STATE, "know the buyer again")
                            .add("body.customer_update[address]", STATE, "work out the tax")
                            .add("query.charge", PAYMENT_NAME, "learn what went back")
                            .add("query.invoice", PAYMENT_NAME, "learn what paid it")
                            .add("query.payment[payment_intent]", PAYMENT_NAME, "find its invoice")
                            .list(),
                    Declarations.of(Told.to(Recipient.STRIPE), NOBODY, OPERATION)
                            .add("header.authorization", OPERATOR_SECRET, "be known to Stripe")
                            .add("header.idempotency-key", ORDER_ID, "open one page for one order")
                            .add("header.stripe-version", STATE, "be answered as we read it")
                            .add("header.accept-charset", STATE, "be answered in UTF-8")
                            .add("header.cache-control", STATE, "be answered as it is now")
                            .add("header.pragma", STATE, "be answered as it is now")
                            .add(
                                    "header.x-stripe-client-user-agent",
                                    STATE,
                                    "say which client asks")
                            .add("query.created[gte]", NUMBER, "hear what was not delivered")
                            .add("query.expand[]", STATE, "learn all at once")
                            .add("query.starting_after", PAYMENT_NAME, "hear the rest of it")
                            .add("query.types[]", STATE, "hear what was not delivered")
                            .add("query.limit", NUMBER, "read no endless list")
                            .add("query.payment[type]", STATE, "find its invoice")
                            .add("query.status", STATE, "learn what paid it")
                            .list());

    private ToldToStripe() {}
}
