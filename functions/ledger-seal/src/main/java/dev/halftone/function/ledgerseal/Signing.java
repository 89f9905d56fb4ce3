package dev.halftone.function.ledgerseal;

import dev.halftone.core.privacy.LogField;
import dev.halftone.core.seal.SignRoot;
import dev.halftone.lambda.Invocation;
import dev.halftone.lambda.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs what grew, and says how long the oldest of it waited, whether or not it can sign. */
final class Signing {
    private static final Logger LOG = LoggerFactory.getLogger(Signing.class);
    // What a full root takes: its proofs, and a note for each account.
    private static final Duration ROOT_MAX = Duration.ofMinutes(3);

    private final SignRoot signRoot;
    private final Clock clock;

    Signing(SignRoot signRoot, Clock clock) {
        this.signRoot = signRoot;
        this.clock = clock;
    }

    void sign() {
        Instant now = clock.instant();
        Instant oldest = signRoot.oldest();
        long seconds = oldest == null ? 0 : Duration.between(oldest, now).toSeconds();
        Metrics.count("ledger_unsigned_seconds", Math.max(0, seconds));
        SignRoot.Signed signed =
                signRoot.sign(now.plus(Invocation.CURRENT.get().remaining()).minus(ROOT_MAX));
        if (signed.accounts() > 0) {
            Metrics.count("ledger_accounts_signed", signed.accounts());
            LOG.atInfo()
                    .addKeyValue(LogField.COUNT.key(), signed.accounts())
                    .log("Accounts were signed");
        }
    }
}
