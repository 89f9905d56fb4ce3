package dev.halftone.sandbox.fal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The Ed25519 key that signs callbacks; kept, so that receivers may cache the public half. */
final class WebhookKey {

    private static final int RAW_KEY_BYTES = 32;

    private final PrivateKey privateKey;
    private final byte[] publicKey;

    WebhookKey(Path folder) throws IOException {
        Path file = folder.resolve("webhook-key.txt");
        try {
            if (!Files.exists(file)) {
                KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                Base64.Encoder base64 = Base64.getEncoder();
                Files.createDirectories(folder);
                Files.write(
                        file,
                        List.of(
                                base64.encodeToString(pair.getPrivate().getEncoded()),
                                base64.encodeToString(pair.getPublic().getEncoded())));
            }
            List<String> lines = Files.readAllLines(file);
            Base64.Decoder base64 = Base64.getDecoder();
            this.privateKey =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.get(0))));
            byte[] encoded = base64.decode(lines.get(1));
            // The raw key is the tail of its X.509 form.
            this.publicKey =
                    Arrays.copyOfRange(encoded, encoded.length - RAW_KEY_BYTES, encoded.length);
        } catch (GeneralSecurityException unusable) {
            throw new IOException("Cannot use " + file, unusable);
        }
    }

    Map<String, Object> keys() {
        String x = Base64.getUrlEncoder().withoutPadding().encodeToString(publicKey);
        return Map.of("keys", List.of(Map.of("kty", "OKP", "crv", "Ed25519", "x", x)));
    }

    String sign(String requestId, String userId, String timestamp, byte[] body) {
        try {
            HexFormat hex = HexFormat.of();
            String hash = hex.formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            String message = String.join("\n", requestId, userId, timestamp, hash);
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            return hex.formatHex(signature.sign());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
