package dev.halftone.core.seal;

/**
 * Who signed, and what came of it.
 *
 * @param keyId the first 16 hexadecimal digits of the SHA-256 of the public key's DER form
 * @param value Ed25519, base64
 */
public record Signature(String keyId, String value) {}
