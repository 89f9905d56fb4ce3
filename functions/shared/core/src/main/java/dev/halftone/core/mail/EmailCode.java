package dev.halftone.core.mail;

import dev.halftone.core.Digest;
import dev.halftone.core.Entropy;
import java.util.Optional;
import java.util.regex.Pattern;

/** 256 random bits that only the reader of one mailbox knows; only their hash is stored. */
public record EmailCode(String secret) {

    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public EmailCode {
        if (!FORM.matcher(secret).matches()) {
            throw new IllegalArgumentException("Not a code");
        }
    }

    static EmailCode fresh(Entropy entropy) {
        return new EmailCode(entropy.text(SECRET_BYTES));
    }

    /** Anything that is not exactly a code is no code. */
    public static Optional<EmailCode> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new EmailCode(text)) : Optional.empty();
    }

    String hash() {
        return Digest.sha256Hex(secret);
    }

    @Override
    public String toString() {
        return "EmailCode[REDACTED]";
    }
}
