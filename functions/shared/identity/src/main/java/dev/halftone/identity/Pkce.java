package dev.halftone.identity;

import dev.halftone.core.Digest;
import dev.halftone.core.Entropy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Proof key for code exchange (RFC 7636), method S256. */
record Pkce(String verifier) {

    private static final int VERIFIER_BYTES = 32;

    static Pkce fresh(Entropy entropy) {
        return new Pkce(entropy.text(VERIFIER_BYTES));
    }

    String challenge() {
        byte[] hash = Digest.sha256().digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
