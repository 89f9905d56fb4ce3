package dev.halftone.function.paymentwebhook;

import dev.halftone.core.payment.ApplyOutcome;
import dev.halftone.core.payment.Delivery;
import dev.halftone.core.payment.DeliveryOutcome;
import dev.halftone.core.payment.ParkedDelivery;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.core.privacy.LogField;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import dev.halftone.lambda.Route;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a payment processor's message take effect, and only then says that it came: what fails is
 * sent again by the processor, and what that cannot mend is kept.
 *
 * <p>Nothing of a message is logged but what the processor calls its kind.
 */
final class PaymentWebhookFunction implements Route {
    static final String PARKED = "payment_parked";
    static final String MISMATCH = "payment_mismatch";

    private static final Logger LOG = LoggerFactory.getLogger(PaymentWebhookFunction.class);
    // Ten times what an invoice of some lines takes, and less than what can be kept.
    private static final int BODY_BYTES_MAX = 256 * 1024;

    private final PaymentWebhookPorts ports;

    PaymentWebhookFunction(PaymentWebhookPorts ports) {
        this.ports = ports;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        if (request.body().size() > BODY_BYTES_MAX) {
            return Problem.of(413, "body_too_large", "A message has at most 256 KB.").response();
        }
        PaymentProcessor processor = ports.processors().get(request.pathParameter("processor"));
        if (processor == null) {
            return refuse("none of our processors");
        }
        Instant now = ports.clock().instant();
        Delivery delivery = new Delivery(request.headers(), request.body().text(), now);
        return switch (processor.read(delivery)) {
            case DeliveryOutcome.Refused refused -> refuse(refused.reason().label());
            case DeliveryOutcome.Verified verified -> {
                apply(processor, verified, delivery);
                yield HttpResponse.json(200, Map.of());
            }
        };
    }

    private void apply(
            PaymentProcessor processor, DeliveryOutcome.Verified verified, Delivery delivery) {
        boolean isKept = false;
        for (PaymentFact fact : verified.facts()) {
            isKept |= isToBeKept(fact, delivery.now());
        }
        if (isKept) {
            ports.parked()
                    .park(
                            new ParkedDelivery(
                                    processor.id(),
                                    verified.eventId(),
                                    verified.type(),
                                    delivery.body(),
                                    delivery.now()));
            ports.counter().accept(PARKED, 1);
        }
        LOG.atInfo()
                .addKeyValue(LogField.DETAIL.key(), verified.type())
                .log(isKept ? "Payment message kept for later" : "Payment message applied");
    }

    private boolean isToBeKept(PaymentFact fact, Instant now) {
        return switch (ports.applying().apply(fact, now)) {
            case ApplyOutcome.Applied _ -> false;
            case ApplyOutcome.Mismatched mismatched -> {
                LOG.atWarn()
                        .addKeyValue(LogField.DETAIL.key(), mismatched.mismatch().label())
                        .log("A payment is not what was ordered");
                ports.counter().accept(MISMATCH, 1);
                yield false;
            }
            case ApplyOutcome.NoSuchOrder _, ApplyOutcome.NotUnderstood _ -> true;
        };
    }

    private static HttpResponse refuse(String why) {
        LOG.atWarn().addKeyValue(LogField.DETAIL.key(), why).log("Payment message refused");
        return Problem.of(401, "invalid_signature", "The signature of the message is not valid.")
                .response();
    }
}
