package dev.halftone.function.paymentwebhook;

import dev.halftone.core.payment.ApplyPayment;
import dev.halftone.core.payment.Parked;
import dev.halftone.core.payment.PaymentProcessor;
import java.time.Clock;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/**
 * Everything outside that this function uses.
 *
 * @param processors by their ids
 * @param counter counts by the name of a metric
 */
record PaymentWebhookPorts(
        ApplyPayment applying,
        Parked parked,
        Map<String, PaymentProcessor> processors,
        ObjLongConsumer<String> counter,
        Clock clock) {

    PaymentWebhookPorts {
        processors = Map.copyOf(processors);
    }
}
