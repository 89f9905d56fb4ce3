package dev.halftone.core.seal;

import dev.halftone.core.account.AccountId;
import java.util.List;

/** The records of the files, one a line; JSON comes last in its line. */
final class Records {

    private final StringBuilder text = new StringBuilder();

    void beginStatement(AccountId account, List<PublicKeyText> keys) {
        record("halftone-statement 1");
        record("account " + account);
        keys.forEach(this::key);
    }

    void beginRoots(List<PublicKeyText> keys) {
        record("halftone-roots 1");
        keys.forEach(this::key);
    }

    private void key(PublicKeyText key) {
        record("key " + key.id() + " " + key.base64());
    }

    void checkpoint(SignedCheckpoint signed) {
        record("checkpoint " + signature(signed.signature()) + " " + signed.checkpoint().text());
    }

    void line(SealedLine sealed) {
        LineText line = sealed.line();
        if (line != null) {
            record("line " + sealed.number() + " " + sealed.hash() + " " + line.text());
        }
    }

    void root(SignedRoot signed) {
        record("root " + signature(signed.signature()) + " " + signed.root().text());
    }

    void coverage(Roots.Coverage coverage) {
        root(coverage.root());
        Head head = coverage.proof().head();
        String path = Step.text(coverage.proof().path());
        record("proof " + head.number() + " " + head.hash() + (path.isEmpty() ? "" : " " + path));
    }

    private static String signature(Signature signature) {
        return signature.keyId() + " " + signature.value();
    }

    private void record(String line) {
        text.append(line).append('\n');
    }

    String text() {
        return text.toString();
    }
}
