package dev.halftone.sandbox.oidc;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Someone who can sign in. The subject follows from the address alone, so it is stable.
 *
 * @param picture an address, which only typed people may have
 */
record Person(
        String key,
        String name,
        String email,
        boolean emailVerified,
        @Nullable String domain,
        @Nullable String picture) {

    static final List<Person> SAMPLES =
            List.of(
                    new Person("mira", "Mira Holt", "mira@example.org", true, "example.org", null),
                    new Person("tomas", "Tomás Rey", "tomas@example.com", true, null, null),
                    new Person("aiko", "Aiko Sato", "aiko@example.net", true, null, null));

    /** Twenty-one digits, as the subjects of the real provider look. */
    String subject() {
        try {
            byte[] address = email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            BigInteger hash =
                    new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(address));
            BigInteger range = BigInteger.TEN.pow(20);
            return "1" + "%020d".formatted(hash.mod(range));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    String initials() {
        StringBuilder initials = new StringBuilder();
        for (String part : name.split(" ", 2)) {
            initials.appendCodePoint(part.codePointAt(0));
        }
        return initials.toString();
    }
}
