package dev.halftone.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import dev.halftone.core.payment.Delivery;
import dev.halftone.core.payment.DeliveryOutcome.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether Stripe sent something, and just now; see
 * https://docs.stripe.com/webhooks#verify-manually.
 */
final class SignatureCheck {

    private static final String HEADER = "stripe-signature";
    private static final Pattern TIME = Pattern.compile("(?:^|,)t=(\\d{1,12})(?:,|$)");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    // The SDK's way to leave the time out, which it looks at in one direction only.
    private static final long ANY_TIME = 0;

    private final Supplier<SecretText> secrets;

    SignatureCheck(Supplier<SecretText> secrets) {
        this.secrets = secrets;
    }

    /** Empty if it is to be believed. */
    Optional<Reason> objection(Delivery delivery) {
        List<String> known = known();
        if (known.isEmpty()) {
            return Optional.of(Reason.NO_SECRET);
        }
        Optional<String> header = delivery.header(HEADER);
        if (header.isEmpty()) {
            return Optional.of(Reason.UNSIGNED);
        }
        Matcher time = TIME.matcher(header.get());
        if (!time.find()
                || known.stream()
                        .noneMatch(secret -> isSigned(delivery.body(), header.get(), secret))) {
            return Optional.of(Reason.FORGED);
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(time.group(1)));
        if (signed.isBefore(delivery.now().minus(TOLERANCE))) {
            return Optional.of(Reason.STALE);
        }
        return signed.isAfter(delivery.now().plus(TOLERANCE))
                ? Optional.of(Reason.FUTURE)
                : Optional.empty();
    }

    /** None if the operator has set none: then nobody is believed. */
    private List<String> known() {
        try {
            return Stream.of(secrets.get().reveal().split("\\s+", -1))
                    .filter(secret -> !secret.isEmpty())
                    .toList();
        } catch (PermanentFailure notSet) {
            return List.of();
        }
    }

    private static boolean isSigned(String body, String header, String secret) {
        try {
            return Webhook.Signature.verifyHeader(body, header, secret, ANY_TIME);
        } catch (SignatureVerificationException other) {
            return false;
        }
    }
}
