package dev.halftone.function.ledgerseal;

import dev.halftone.core.seal.RootKey;
import dev.halftone.core.seal.SealEntries;
import dev.halftone.core.seal.SignRoot;
import dev.halftone.lambda.ScheduledFunction;
import dev.halftone.lambda.StreamFunction;

/** What each of the two triggers starts. */
final class LedgerSealFunction {
    private LedgerSealFunction() {}

    static StreamFunction of(LedgerSealPorts ports, String keyParameter) {
        Sealing sealing =
                new Sealing(new SealEntries(ports.seals(), ports.ledger()), ports.clock());
        SignRoot signRoot =
                new SignRoot(
                        ports.seals(),
                        ports.roots(),
                        () -> RootKey.ofPem(ports.secrets().value(keyParameter)),
                        ports.clock());
        Signing signing = new Signing(signRoot, ports.clock());
        return new StreamFunction(sealing::seal, new ScheduledFunction(_ -> signing.sign()));
    }
}
