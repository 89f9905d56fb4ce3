package dev.halftone.function.checkout;

import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import java.time.Duration;

/** The refusals of this function, in stable codes. */
final class OrderProblems {
    private OrderProblems() {}

    static HttpResponse keyRequired() {
        return Problem.of(
                        400,
                        "idempotency_key_required",
                        "Send an Idempotency-Key of 8 to 128 letters, digits, '-' or '_'.")
                .response();
    }

    static HttpResponse keyReused() {
        return Problem.of(
                        409,
                        "idempotency_key_reused",
                        "This Idempotency-Key was used for another order.")
                .response();
    }

    static HttpResponse consentRequired() {
        return Problem.of(
                        422,
                        "consent_required",
                        "Confirm that the credits are to be delivered at once.")
                .field("immediateDelivery")
                .response();
    }

    static HttpResponse unknownProduct() {
        return Problem.of(422, "unknown_product", "This is not sold here.")
                .field("product")
                .response();
    }

    static HttpResponse invalidCurrency() {
        return Problem.of(422, "invalid_currency", "This is not sold in that currency.")
                .field("currency")
                .response();
    }

    static HttpResponse unknownProcessor() {
        return Problem.of(422, "unknown_processor", "Nobody can pay here that way.")
                .field("processor")
                .response();
    }

    static HttpResponse frozen() {
        return Problem.of(
                        403,
                        "account_frozen",
                        "Nothing can be bought or spent while a payment is disputed.")
                .response();
    }

    static HttpResponse tooMany(Duration retryAfter) {
        return Problem.of(429, "order_limit", "These are too many orders at once; try again later.")
                .response()
                .withHeader("retry-after", Long.toString(Math.max(1, retryAfter.toSeconds())));
    }

    static HttpResponse unknownOrder() {
        return Problem.of(404, "unknown_order", "There is no such order.").response();
    }

    static HttpResponse unpaid() {
        return Problem.of(409, "order_unpaid", "There is a receipt once it is paid.").response();
    }

    static HttpResponse nothingBilled() {
        return Problem.of(409, "nothing_billed", "Nothing was paid here yet.").response();
    }
}
