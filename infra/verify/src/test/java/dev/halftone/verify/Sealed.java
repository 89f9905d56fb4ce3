package dev.halftone.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Seals and signs as the paper says, by code that knows neither the ledger nor the program. */
final class Sealed {
    static final String NO_HASH = "0".repeat(64);

    final KeyPair pair;
    final String keyId;

    Sealed() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        keyId = hex(sha256(pair.getPublic().getEncoded())).substring(0, 16);
    }

    String keyRecord() {
        return "key "
                + keyId
                + " "
                + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** A record that is signed: its word, the key, the signature, the text. */
    String signed(String word, String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(utf8("halftone-" + word + " 1 " + text));
            String base64 = Base64.getEncoder().encodeToString(signature.sign());
            return word + " " + keyId + " " + base64 + " " + text;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String begin(String account) {
        return hex(sha256(utf8("halftone-chain 1 " + account)));
    }

    static String link(String before, long number, String text) {
        return hex(sha256(utf8(before + " " + number + " " + text)));
    }

    static byte[] leaf(String account, long number, String head) {
        return sha256(new byte[] {0}, utf8(account + " " + number + " " + head));
    }

    static byte[] tree(List<byte[]> leaves) {
        int size = leaves.size();
        if (size == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(size - 1);
        return node(tree(leaves.subList(0, split)), tree(leaves.subList(split, size)));
    }

    /** From the leaf up, each sibling with its side. */
    static List<String> path(List<byte[]> leaves, int index) {
        int size = leaves.size();
        if (size == 1) {
            return new ArrayList<>();
        }
        int split = Integer.highestOneBit(size - 1);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, size);
        List<String> path = index < split ? path(left, index) : path(right, index - split);
        path.add(index < split ? "R" + hex(tree(right)) : "L" + hex(tree(left)));
        return path;
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
