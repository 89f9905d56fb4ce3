package dev.halftone.core.seal;

/**
 * What stands in place of lines that were removed, and the signature of {@code halftone-checkpoint
 * 1 <checkpoint text>}.
 */
public record SignedCheckpoint(Checkpoint checkpoint, Signature signature) {

    static String signedText(Checkpoint checkpoint) {
        return "halftone-checkpoint 1 " + checkpoint.text();
    }
}
