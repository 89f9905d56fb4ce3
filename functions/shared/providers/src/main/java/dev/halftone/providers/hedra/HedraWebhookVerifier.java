package dev.halftone.providers.hedra;

import dev.halftone.core.Digest;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.WebhookKeys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells Hedra's callbacks from all others. One key signs for every customer of Hedra, so a good
 * signature does not say that the job is ours: it is a reason to look for our own, and no more.
 * Nothing is recorded, for a callback that comes twice only wakes a poll twice.
 */
public final class HedraWebhookVerifier {

    private static final Pattern TIMESTAMP = Pattern.compile("\\d{1,11}");
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-fA-F]{128}");
    private static final Pattern ID = Pattern.compile("[\\w-]{1,100}");
    private static final Set<String> REDELIVERY = Set.of("true", "false");

    private final WebhookKeys keys;
    private final Clock clock;

    /**
     * Nothing is fetched before the first callback.
     *
     * @param baseUrl where the API is, which publishes the key
     */
    public HedraWebhookVerifier(URI baseUrl, Clock clock) {
        URI address = URI.create(baseUrl + HedraProtocol.PUBLIC_KEY);
        this.keys =
                new WebhookKeys(
                        HedraProtocol.NAME,
                        address,
                        answer -> ProviderAnswer.text(answer, "public_key").stream().toList(),
                        clock);
        this.clock = clock;
    }

    /** Whether a callback is genuine. */
    public sealed interface VerifyOutcome {

        /** Hedra says that some job has ended. */
        record Genuine() implements VerifyOutcome {}

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
     * @throws dev.halftone.core.DependencyFailure if the key is out of reach
     */
    public VerifyOutcome verify(Map<String, String> headers, byte[] body) {
        String id = headers.getOrDefault(HedraProtocol.HEADER_ID, "");
        String timestamp = headers.getOrDefault(HedraProtocol.HEADER_TIMESTAMP, "");
        String event = headers.getOrDefault(HedraProtocol.HEADER_EVENT, "");
        String redelivery = headers.getOrDefault(HedraProtocol.HEADER_REDELIVERY, "");
        String signature = headers.getOrDefault(HedraProtocol.HEADER_SIGNATURE, "");
        if (!ID.matcher(id).matches()
                || !TIMESTAMP.matcher(timestamp).matches()
                || !HedraProtocol.EVENTS.contains(event)
                || !REDELIVERY.contains(redelivery)
                || !SIGNATURE.matcher(signature).matches()) {
            return new VerifyOutcome.Refused("header missing or malformed");
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        Duration skew = Duration.between(at, clock.instant()).abs();
        if (skew.compareTo(HedraProtocol.SKEW_MAX) > 0) {
            return new VerifyOutcome.Refused("too old or from the future");
        }
        List<String> signed = List.of(timestamp, id, event, redelivery, Digest.sha256Hex(body));
        byte[] message = String.join("\n", signed).getBytes(StandardCharsets.UTF_8);
        if (!keys.isSigned(message, HexFormat.of().parseHex(signature))) {
            return new VerifyOutcome.Refused("no key fits the signature");
        }
        return ProviderAnswer.text(ProviderAnswer.read(body), HedraProtocol.JOB_ID)
                        .filter(id::equals)
                        .isPresent()
                ? new VerifyOutcome.Genuine()
                : new VerifyOutcome.Refused("header and body name different jobs");
    }
}
