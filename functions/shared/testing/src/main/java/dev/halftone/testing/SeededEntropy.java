package dev.halftone.testing;

import dev.halftone.core.Entropy;
import java.util.SplittableRandom;

/** Bytes that look random and are the same in every run. */
public final class SeededEntropy implements Entropy {

    private final SplittableRandom random;

    public SeededEntropy(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public synchronized byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
