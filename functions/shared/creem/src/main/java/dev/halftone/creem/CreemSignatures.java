package dev.halftone.creem;

import dev.halftone.core.payment.Delivery;
import dev.halftone.core.payment.DeliveryOutcome.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether Creem itself wrote a message. It documents a signature without a time
 * (https://docs.creem.io/code/webhooks); its own library already expects one with a time
 * (https://www.standardwebhooks.com), and falls back to the other. So does this: what is signed
 * with a time is judged by that alone.
 */
final class CreemSignatures {

    static final String SIGNATURE = "creem-signature";
    static final String STANDARD_ID = "webhook-id";
    static final String STANDARD_TIMESTAMP = "webhook-timestamp";
    static final String STANDARD_SIGNATURE = "webhook-signature";

    private static final String OTHER_SIGNATURE = "x-creem-signature";
    private static final String ALGORITHM = "HmacSHA256";
    private static final String HEX_PREFIX = "sha256=";
    private static final String SECRET_PREFIX = "whsec_";
    private static final String STANDARD_PREFIX = "v1,";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final int SIGNATURES_MAX = 10;

    private CreemSignatures() {}

    /** Why not to believe a message; empty if it is theirs. */
    static Optional<Reason> refusal(Delivery delivery, List<String> secrets) {
        Optional<String> id = delivery.header(STANDARD_ID);
        Optional<String> timestamp = delivery.header(STANDARD_TIMESTAMP);
        Optional<String> signature = delivery.header(STANDARD_SIGNATURE);
        return id.isPresent() && timestamp.isPresent() && signature.isPresent()
                ? standard(delivery, id.get(), timestamp.get(), signature.get(), secrets)
                : plain(delivery, secrets);
    }

    private static Optional<Reason> standard(
            Delivery delivery,
            String id,
            String timestamp,
            String signatures,
            List<String> secrets) {
        String signed = id + "." + timestamp + "." + delivery.body();
        boolean isTheirs =
                SECONDS.matcher(timestamp).matches()
                        && Arrays.stream(signatures.split(" ", SIGNATURES_MAX))
                                .filter(each -> each.startsWith(STANDARD_PREFIX))
                                .map(each -> each.substring(STANDARD_PREFIX.length()))
                                .anyMatch(each -> isStandard(each, signed, secrets));
        if (!isTheirs) {
            return Optional.of(Reason.FORGED);
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (at.isBefore(delivery.now().minus(TOLERANCE))) {
            return Optional.of(Reason.STALE);
        }
        return at.isAfter(delivery.now().plus(TOLERANCE))
                ? Optional.of(Reason.FUTURE)
                : Optional.empty();
    }

    private static boolean isStandard(String signature, String signed, List<String> secrets) {
        return secrets.stream()
                .flatMap(secret -> decoded(secret).stream())
                .anyMatch(
                        key ->
                                isSame(
                                        Base64.getEncoder().encodeToString(hmac(key, signed)),
                                        signature));
    }

    private static Optional<byte[]> decoded(String secret) {
        String text =
                secret.startsWith(SECRET_PREFIX)
                        ? secret.substring(SECRET_PREFIX.length())
                        : secret;
        try {
            byte[] key = Base64.getDecoder().decode(text);
            return key.length == 0 ? Optional.empty() : Optional.of(key);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Reason> plain(Delivery delivery, List<String> secrets) {
        Optional<String> shown =
                delivery.header(SIGNATURE)
                        .or(() -> delivery.header(OTHER_SIGNATURE))
                        .filter(text -> !text.isBlank());
        if (shown.isEmpty()) {
            return Optional.of(Reason.UNSIGNED);
        }
        String text = shown.get().strip().toLowerCase(Locale.ROOT);
        String hex = text.startsWith(HEX_PREFIX) ? text.substring(HEX_PREFIX.length()) : text;
        boolean isTheirs =
                secrets.stream()
                        .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                        .anyMatch(
                                key ->
                                        isSame(
                                                HexFormat.of()
                                                        .formatHex(hmac(key, delivery.body())),
                                                hex));
        return isTheirs ? Optional.empty() : Optional.of(Reason.FORGED);
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
