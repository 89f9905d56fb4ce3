package dev.halftone.core.seal;

import dev.halftone.core.Digest;
import dev.halftone.core.account.AccountId;
import java.util.regex.Pattern;

/**
 * How far an account's chain goes: the number of its last sealed line, counted from 1 in sealing
 * order, and the hash that covers it and every line before.
 *
 * @param number 0 before the first line
 * @param hash SHA-256, 64 lower-case hexadecimal digits
 */
public record Head(AccountId account, long number, String hash) {

    static final Pattern HASH_FORM = Pattern.compile("[0-9a-f]{64}");

    public Head {
        if (number < 0 || !isHash(hash)) {
            throw new IllegalArgumentException("Not the head of a chain");
        }
    }

    /** Whether the text is one that a hash can have. */
    public static boolean isHash(String text) {
        return HASH_FORM.matcher(text).matches();
    }

    /** The chain before its first line: the hash of {@code halftone-chain 1 <account>}. */
    public static Head begin(AccountId account) {
        return new Head(account, 0, Digest.sha256Hex("halftone-chain 1 " + account));
    }

    /** One line further: the hash of {@code <hash before> <number> <line text>}. */
    public Head then(LineText line) {
        return then(line.text());
    }

    Head then(String line) {
        long next = Math.addExact(number, 1);
        return new Head(account, next, Digest.sha256Hex(hash + " " + next + " " + line));
    }

    /** What stands for the account in the tree of a root. */
    String leafText() {
        return account + " " + number + " " + hash;
    }
}
