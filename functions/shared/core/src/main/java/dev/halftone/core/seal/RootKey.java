package dev.halftone.core.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pair of Ed25519 keys (RFC 8032) that signs roots and checkpoints. Never printed. */
public final class RootKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String DEPENDENCY = "ledger-key";
    private static final String TRIED = "halftone-key 1";

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private RootKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /**
     * Reads {@code PRIVATE KEY} (PKCS #8) and {@code PUBLIC KEY} (SubjectPublicKeyInfo), both in
     * the text form of RFC 7468, and tries them on each other.
     *
     * @throws PermanentFailure if one is missing or is no Ed25519 key, or they are not a pair
     */
    public static RootKey ofPem(SecretText pem) {
        byte[] privateDer = section(pem, "PRIVATE KEY");
        byte[] publicDer = section(pem, "PUBLIC KEY");
        RootKey key = read(privateDer, publicDer);
        if (!key.verifies(TRIED, key.signature(TRIED))) {
            throw new PermanentFailure(DEPENDENCY, "the private key is not that of the public key");
        }
        return key;
    }

    private static RootKey read(byte[] privateDer, byte[] publicDer) {
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            return new RootKey(
                    factory.generatePrivate(new PKCS8EncodedKeySpec(privateDer)),
                    factory.generatePublic(new X509EncodedKeySpec(publicDer)));
        } catch (GeneralSecurityException _) {
            // Without its cause, which might show the key.
            throw new PermanentFailure(DEPENDENCY, "not a pair of Ed25519 keys");
        }
    }

    private static byte[] section(SecretText pem, String label) {
        Matcher matcher =
                Pattern.compile(
                                "-----BEGIN %s-----([A-Za-z0-9+/=\\s]+)-----END %s-----"
                                        .formatted(label, label))
                        .matcher(pem.reveal());
        if (!matcher.find()) {
            throw new PermanentFailure(DEPENDENCY, "the parameter has no " + label);
        }
        try {
            return Base64.getMimeDecoder().decode(matcher.group(1).strip());
        } catch (IllegalArgumentException _) {
            throw new PermanentFailure(DEPENDENCY, "the " + label + " is not base64");
        }
    }

    public PublicKeyText published() {
        return new PublicKeyText(Base64.getEncoder().encodeToString(publicKey.getEncoded()));
    }

    public SignedRoot sign(Root root) {
        return new SignedRoot(root, signature(SignedRoot.signedText(root)));
    }

    public SignedCheckpoint sign(Checkpoint checkpoint) {
        return new SignedCheckpoint(checkpoint, signature(SignedCheckpoint.signedText(checkpoint)));
    }

    public boolean verifies(SignedRoot signed) {
        return verifies(SignedRoot.signedText(signed.root()), signed.signature());
    }

    public boolean verifies(SignedCheckpoint signed) {
        return verifies(SignedCheckpoint.signedText(signed.checkpoint()), signed.signature());
    }

    private Signature signature(String text) {
        try {
            java.security.Signature signer = java.security.Signature.getInstance(ALGORITHM);
            signer.initSign(privateKey);
            signer.update(text.getBytes(UTF_8));
            return new Signature(
                    published().id(), Base64.getEncoder().encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    private boolean verifies(String text, Signature signature) {
        try {
            java.security.Signature verifier = java.security.Signature.getInstance(ALGORITHM);
            verifier.initVerify(publicKey);
            verifier.update(text.getBytes(UTF_8));
            return signature.keyId().equals(published().id())
                    && verifier.verify(Base64.getDecoder().decode(signature.value()));
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "RootKey[" + published().id() + "]";
    }
}
