package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.CREDIT_LEDGER;
import static dev.halftone.core.privacy.DataSubject.NOBODY;
import static dev.halftone.core.privacy.Kind.ACCOUNT_ID;
import static dev.halftone.core.privacy.Kind.BOOKKEEPING;
import static dev.halftone.core.privacy.Kind.CREDITS;
import static dev.halftone.core.privacy.Kind.GENERATION_ID;
import static dev.halftone.core.privacy.Kind.MOMENT;
import static dev.halftone.core.privacy.Kind.NUMBER;
import static dev.halftone.core.privacy.Table.LEDGER;

import java.util.List;

/** What makes the ledger provable: hashes and signatures, and nothing that a person wrote. */
final class SealedLedger {

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(LEDGER, "SEAL", CREDIT_LEDGER)
                            .add("pk", ACCOUNT_ID, "find an account's chain")
                            .add("sk", NUMBER, "keep its lines in order")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("hash", BOOKKEEPING, "notice a line that was changed")
                            .add("entry", GENERATION_ID, "find the line")
                            .list(),
                    Declarations.of(LEDGER, "SEALED", CREDIT_LEDGER)
                            .add("pk", ACCOUNT_ID, "find an account's lines")
                            .add("sk", GENERATION_ID, "seal each line once")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("number", NUMBER, "find its seal")
                            .list(),
                    Declarations.of(LEDGER, "SEALHEAD", CREDIT_LEDGER)
                            .add("pk", ACCOUNT_ID, "find an account's chain")
                            .add("sk", BOOKKEEPING, "tell it from its lines")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("number", NUMBER, "go on after the last line")
                            .add("hash", BOOKKEEPING, "go on after the last line")
                            .add("sealStage", BOOKKEEPING, "find what is to be signed or audited")
                            .add("sealStageSince", MOMENT, "begin with what waits longest")
                            .add("signedNumber", NUMBER, "know what a root covers")
                            .add("rootNumber", NUMBER, "find that root")
                            .add("rootTree", BOOKKEEPING, "find the proof in it")
                            .list(),
                    Declarations.of(LEDGER, "PROOF", CREDIT_LEDGER)
                            .add("pk", ACCOUNT_ID, "find an account's proofs")
                            .add("sk", BOOKKEEPING, "find the one in a root")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("number", NUMBER, "say how far it goes")
                            .add("hash", BOOKKEEPING, "prove what the account was")
                            .add("path", BOOKKEEPING, "prove what the account was")
                            .list(),
                    checkpoint("AUDITED").list(),
                    checkpoint("CHECKPOINT")
                            .add("keyId", BOOKKEEPING, "say who signed it")
                            .add("signature", BOOKKEEPING, "prove who signed it")
                            .list(),
                    Declarations.of(LEDGER, "FINDING", CREDIT_LEDGER)
                            .add("pk", BOOKKEEPING, "find all of them")
                            .add("sk", ACCOUNT_ID, "say whose books differ, and in what")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("foundAt", MOMENT, "say since when it is known")
                            .list(),
                    published("ROOT")
                            .add("text", BOOKKEEPING, "bind every account")
                            .add("keyId", BOOKKEEPING, "say who signed it")
                            .add("signature", BOOKKEEPING, "prove who signed it")
                            .list(),
                    published("SIGNER")
                            .add("publicKey", BOOKKEEPING, "let anybody check a signature")
                            .add("since", MOMENT, "say since when it signs")
                            .list());

    private SealedLedger() {}

    private static Declarations checkpoint(String item) {
        return Declarations.of(LEDGER, item, CREDIT_LEDGER)
                .add("pk", ACCOUNT_ID, "find an account's checkpoint")
                .add("sk", BOOKKEEPING, "tell it from its lines")
                .add("v", BOOKKEEPING, "read the rest as it was written")
                .add("number", NUMBER, "only ever move forward")
                .add("text", ACCOUNT_ID, CREDITS, "go on without the lines before");
    }

    /** What everybody may have. */
    private static Declarations published(String item) {
        return Declarations.of(
                        path -> new Place.Attribute(LEDGER.logicalId(), item, path),
                        NOBODY,
                        CREDIT_LEDGER)
                .add("pk", BOOKKEEPING, "find what is published")
                .add("sk", NUMBER, "keep it in order")
                .add("v", BOOKKEEPING, "read the rest as it was written");
    }
}
