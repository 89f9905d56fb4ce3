package dev.halftone.providers.fal;

import dev.halftone.core.Digest;
import dev.halftone.core.SecretText;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.WebhookKeys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

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

    private final WebhookKeys keys;
    private final Supplier<SecretText> userId;
    private final Clock clock;

    /**
     * Nothing is fetched before the first callback.
     *
     * @param userId our own user id at fal.ai
     */
    public FalWebhookVerifier(URI keySet, Supplier<SecretText> userId, Clock clock) {
        this.keys = new WebhookKeys(FalProtocol.NAME, keySet, FalWebhookVerifier::published, clock);
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
        if (!keys.isSigned(message, HexFormat.of().parseHex(signature))) {
            return new VerifyOutcome.Refused("no key fits the signature");
        }
        Optional<String> told =
                ProviderAnswer.text(ProviderAnswer.read(body), FalProtocol.REQUEST_ID);
        return told.filter(requestId::equals).isPresent()
                ? new VerifyOutcome.Genuine(requestId)
                : new VerifyOutcome.Refused("header and body name different requests");
    }

    /** Of a key set (RFC 8037, section 2), the keys of the one kind that is used. */
    private static List<String> published(JsonNode set) {
        List<String> keys = new ArrayList<>();
        for (JsonNode entry : set.path("keys")) {
            if (ProviderAnswer.text(entry, "kty").filter("OKP"::equals).isPresent()
                    && ProviderAnswer.text(entry, "crv").filter("Ed25519"::equals).isPresent()) {
                ProviderAnswer.text(entry, "x").ifPresent(keys::add);
            }
        }
        return keys;
    }
}
