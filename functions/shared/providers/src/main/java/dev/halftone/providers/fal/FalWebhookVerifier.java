package dev.halftone.providers.fal;

import dev.halftone.core.Digest;
import dev.halftone.core.SecretText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Tells fal.ai's callbacks about our work from all others.
 *
 * <p>One key set signs for every customer of fal.ai, so a good signature is not enough: anybody can
 * have fal.ai call our address. The signed user must be ours. A callback that is sent twice does no
 * harm, since it only wakes a poll; so none is recorded.
 */
public final class FalWebhookVerifier {

    private static final Pattern TIMESTAMP = Pattern.compile("\\d{1,11}");
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-fA-F]{128}");
    private static final Pattern REQUEST_ID = Pattern.compile("[\\w-]{1,100}");

    private final FalWebhookKeys keys;
    private final Supplier<SecretText> userId;
    private final Clock clock;

    /**
     * Nothing is fetched before the first callback.
     *
     * @param userId our own user id at fal.ai
     */
    public FalWebhookVerifier(URI keySet, Supplier<SecretText> userId, Clock clock) {
        this.keys = new FalWebhookKeys(keySet, clock);
        this.userId = userId;
        this.clock = clock;
    }

    /** Whether a callback is genuine. */
    public sealed interface VerifyOutcome {

        /** It is about our request of this id. */
        record Genuine(String requestId) implements VerifyOutcome {}

        /**
         * Not to be believed.
         *
         * @param why for the log
         */
        record Refused(String why) implements VerifyOutcome {}
    }

    /**
     * Verifies a callback.
     *
     * @param headers by lower-case name
     * @param body as it was sent, byte for byte
     * @throws dev.halftone.core.DependencyFailure if the keys or our user id are out of reach
     */
    public VerifyOutcome verify(Map<String, String> headers, byte[] body) {
        String requestId = headers.getOrDefault(FalProtocol.HEADER_REQUEST_ID, "");
        String user = headers.getOrDefault(FalProtocol.HEADER_USER_ID, "");
        String timestamp = headers.getOrDefault(FalProtocol.HEADER_TIMESTAMP, "");
        String signature = headers.getOrDefault(FalProtocol.HEADER_SIGNATURE, "");
        if (!REQUEST_ID.matcher(requestId).matches()
                || user.isEmpty()
                || !TIMESTAMP.matcher(timestamp).matches()
                || !SIGNATURE.matcher(signature).matches()) {
            return new VerifyOutcome.Refused("header missing or malformed");
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        Duration skew = Duration.between(at, clock.instant()).abs();
        if (skew.compareTo(FalProtocol.SKEW_MAX) > 0) {
            return new VerifyOutcome.Refused("too old or from the future");
        }
        if (!user.equals(userId.get().reveal().strip())) {
            return new VerifyOutcome.Refused("signed for another user");
        }
        byte[] message =
                String.join("\n", requestId, user, timestamp, Digest.sha256Hex(body))
                        .getBytes(StandardCharsets.UTF_8);
        if (!isSigned(message, HexFormat.of().parseHex(signature))) {
            return new VerifyOutcome.Refused("no key fits the signature");
        }
        Optional<String> told = FalAnswer.text(FalAnswer.read(body), FalProtocol.REQUEST_ID);
        return told.filter(requestId::equals).isPresent()
                ? new VerifyOutcome.Genuine(requestId)
                : new VerifyOutcome.Refused("header and body name different requests");
    }

    private boolean isSigned(byte[] message, byte[] signature) {
        if (fitsAny(keys.keys(), message, signature)) {
            return true;
        }
        return keys.refetched().filter(fresh -> fitsAny(fresh, message, signature)).isPresent();
    }

    private static boolean fitsAny(List<PublicKey> keys, byte[] message, byte[] signature) {
        return keys.stream().anyMatch(key -> fits(key, message, signature));
    }

    private static boolean fits(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) {
            // Some 64 bytes are no point of the curve, and so no signature.
            return false;
        }
    }
}
