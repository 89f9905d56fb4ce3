package dev.halftone.creem;

import dev.halftone.core.payment.Delivery;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Deliveries as Creem signs them. */
final class Signed {

    private Signed() {}

    /** As it is documented. */
    static Delivery plain(String secret, String body, Instant now) {
        return new Delivery(
                Map.of(
                        CreemSignatures.SIGNATURE,
                        HexFormat.of()
                                .formatHex(hmac(secret.getBytes(StandardCharsets.UTF_8), body))),
                body,
                now);
    }

    /** As its library expects it. */
    static Delivery timed(String secret, String body, Instant signed, Instant now) {
        String timestamp = Long.toString(signed.getEpochSecond());
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        String signature =
                Base64.getEncoder().encodeToString(hmac(key, "msg_1." + timestamp + "." + body));
        return new Delivery(
                Map.of(
                        CreemSignatures.STANDARD_ID,
                        "msg_1",
                        CreemSignatures.STANDARD_TIMESTAMP,
                        timestamp,
                        CreemSignatures.STANDARD_SIGNATURE,
                        "v1,bm9uZQ== v1," + signature),
                body,
                now);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
