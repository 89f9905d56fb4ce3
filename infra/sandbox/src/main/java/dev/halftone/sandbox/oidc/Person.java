package dev.halftone.sandbox.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.halftone.sandbox.http.Params;
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
 * @param name none if it is empty
 * @param email none if it is empty
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
                    new Person("aiko", "Aiko Sato", "aiko@example.net", true, null, null),
                    new Person("una", "Una Vera", "una@example.net", false, null, null),
                    new Person("nils", "", "nils@example.net", true, null, null),
                    new Person(
                            "nora",
                            "Nora Hidden",
                            "7+nora@users.noreply.github.com",
                            true,
                            null,
                            null),
                    new Person("otto", "Otto Mailless", "", false, null, null));

    /** Whom a form chose or typed; nobody if it did neither. */
    static @Nullable Person chosen(Params form) {
        String choice = form.or("person", "");
        return choice.equals("typed")
                ? typed(form)
                : SAMPLES.stream().filter(p -> p.key().equals(choice)).findFirst().orElse(null);
    }

    private static @Nullable Person typed(Params form) {
        String name = form.or("name", "").strip();
        String email = form.or("email", "").strip();
        boolean plausible =
                !name.isEmpty()
                        && name.length() <= 100
                        && email.length() <= 254
                        && email.matches("[^@\\s,]+@[^@\\s,]+");
        boolean verified = form.get("unverified") == null;
        return plausible
                ? new Person("typed", name, email, verified, null, form.get("picture"))
                : null;
    }

    /** What people are told by, in a list. */
    String label() {
        return name.isEmpty() ? "(no name)" : name;
    }

    /** Says in a token what is known of them. */
    void describe(JWTClaimsSet.Builder claims) {
        claims.subject(subject());
        if (!email.isEmpty()) {
            claims.claim("email", email).claim("email_verified", emailVerified);
        }
        if (!name.isEmpty()) {
            claims.claim("name", name);
        }
        if (picture != null) {
            claims.claim("picture", picture);
        }
        if (domain != null) {
            claims.claim("hd", domain);
        }
    }

    /** Twenty-one digits, as the subjects of the real provider look. */
    String subject() {
        try {
            String from = email.isEmpty() ? key : email;
            byte[] address = from.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
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
        for (String part : label().split(" ", 2)) {
            initials.appendCodePoint(part.codePointAt(0));
        }
        return initials.toString();
    }
}
