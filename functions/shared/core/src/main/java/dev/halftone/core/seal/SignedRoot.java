package dev.halftone.core.seal;

/** A root and the signature of {@code halftone-root 1 <root text>}. */
public record SignedRoot(Root root, Signature signature) {

    static String signedText(Root root) {
        return "halftone-root 1 " + root.text();
    }
}
