package dev.halftone.core.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person's profile. The name falls back to the mailbox, so it is never empty. */
public record User(
        UserId id,
        AccountId account,
        Email email,
        boolean emailVerified,
        String name,
        @Nullable String picture,
        Instant createdAt) {

    private static final int NAME_CHARACTERS_MAX = 200;

    public User {
        if (name.isBlank()) {
            name = email.value().substring(0, email.value().indexOf('@'));
        }
        if (name.length() > NAME_CHARACTERS_MAX) {
            name = name.substring(0, NAME_CHARACTERS_MAX);
        }
    }
}
