package dev.halftone.core.seal;

import dev.halftone.core.Digest;
import dev.halftone.core.account.AccountId;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A head that waits to be signed, or to be audited.
 *
 * @param since when it began to wait, whole milliseconds; it orders, and decides nothing
 */
public record DueHead(Head head, Instant since) {

    /** What a head waits for; sealing a line puts it back to the first. */
    public enum Stage {
        SIGN,
        AUDIT
    }

    /** Spreads the accounts evenly; the same account is always in the same shard. */
    public static int shard(AccountId account) {
        return HexFormat.fromHexDigit(Digest.sha256Hex(account.value()).charAt(0));
    }
}
