package dev.halftone.providers.hedra;

import dev.halftone.core.Digest;
import dev.halftone.providers.CallbackKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Signs callbacks as Hedra does. */
public final class HedraSigner {

    private final CallbackKey key = new CallbackKey();

    /** As the public key is published. */
    public String published() {
        return "{\"algorithm\":\"ed25519\",\"public_key\":\"%s\"}"
                .formatted(Base64.getEncoder().encodeToString(key.raw()));
    }

    /** The headers of a callback with this body. */
    public Map<String, String> headers(String job, boolean again, Instant at, byte[] body) {
        String timestamp = Long.toString(at.getEpochSecond());
        String event = "job.completed";
        String redelivery = Boolean.toString(again);
        return new HashMap<>(
                Map.of(
                        "x-hedra-webhook-id",
                        job,
                        "x-hedra-webhook-timestamp",
                        timestamp,
                        "x-hedra-webhook-event",
                        event,
                        "x-hedra-webhook-redelivery",
                        redelivery,
                        "x-hedra-webhook-attempt",
                        "1",
                        "x-hedra-webhook-signature",
                        key.sign(timestamp, job, event, redelivery, Digest.sha256Hex(body))));
    }
}
