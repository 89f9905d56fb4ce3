package dev.halftone.providers.dreammachine;

import dev.halftone.core.SecretText;
import dev.halftone.core.generation.GenerationId;

/** The word that ends the address of a generation's callback, for tests of other modules. */
public final class CallbackWord {

    private CallbackWord() {}

    public static String of(SecretText key, GenerationId generation) {
        return new DreamMachineCallbacks(() -> key).token(generation);
    }
}
