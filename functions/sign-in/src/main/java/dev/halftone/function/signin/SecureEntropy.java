package dev.halftone.function.signin;

import dev.halftone.core.Entropy;
import java.security.SecureRandom;

/** The operating system's random bytes, asked for anew each time, also after a snapshot. */
final class SecureEntropy implements Entropy {
    private final SecureRandom random = new SecureRandom();

    @Override
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
