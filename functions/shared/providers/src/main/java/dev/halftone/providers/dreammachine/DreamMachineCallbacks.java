package dev.halftone.providers.dreammachine;

import dev.halftone.core.SecretText;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.providers.PrintableKey;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderBase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Callbacks that nobody signs. Their address ends with a word that only Luma and we know; even then
 * a callback is no more than a hint to look, and nothing that it says is kept.
 */
public final class DreamMachineCallbacks {

    private static final String ALGORITHM = "HmacSHA256";
    // Keeps what is derived for addresses apart from whatever else the key may ever sign.
    private static final String PURPOSE = "halftone callback ";
    private static final int TOKEN_BYTES = 16;

    private final Supplier<SecretText> key;

    /** Asks for the key when it is needed. */
    public DreamMachineCallbacks(Supplier<SecretText> key) {
        this.key = key;
    }

    /** Whether a callback at this address, with this body, is a reason to look. */
    public sealed interface HintOutcome {

        /** Somebody who knows the address says that the work has ended. */
        record Ended() implements HintOutcome {}

        /** The work goes on; there is nothing to look for yet. */
        record OnItsWay() implements HintOutcome {}

        /** Not from anybody who knows the address. */
        record Refused() implements HintOutcome {}
    }

    /**
     * Judges a callback.
     *
     * @param token the last word of the address that was called
     */
    public HintOutcome judge(GenerationId generation, String token, byte[] body) {
        boolean known =
                MessageDigest.isEqual(
                        token(generation).getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
        if (!known) {
            return new HintOutcome.Refused();
        }
        Set<String> ends = Set.of(DreamMachineProtocol.COMPLETED, DreamMachineProtocol.FAILED);
        return ProviderAnswer.text(ProviderAnswer.read(body), DreamMachineProtocol.STATE)
                        .filter(ends::contains)
                        .isPresent()
                ? new HintOutcome.Ended()
                : new HintOutcome.OnItsWay();
    }

    /** The address for one generation, or empty if Luma cannot reach us. */
    Optional<String> address(ProviderBase base, GenerationId generation) {
        return base.callback(generation).map(address -> address + "/" + token(generation));
    }

    String token(GenerationId generation) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            String printable = PrintableKey.of(DreamMachineProtocol.NAME, key.get());
            byte[] secret = printable.getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] code = mac.doFinal((PURPOSE + generation).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(code, 0, TOKEN_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
