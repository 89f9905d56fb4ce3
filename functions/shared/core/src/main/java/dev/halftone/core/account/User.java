package dev.halftone.core.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's profile. The name falls back to the mailbox, so it is never empty.
 *
 * @param language the one that the person chose; null means the one that the browser asks for
 */
public record User(
        UserId id,
        AccountId account,
        Email email,
        boolean emailVerified,
        String name,
        @Nullable String picture,
        Instant createdAt,
        @Nullable Language language) {

    public User {
        if (name.isBlank()) {
            name = email.value().substring(0, email.value().indexOf('@'));
        }
        if (name.length() > ProfileChange.NAME_CHARACTERS_MAX) {
            name = name.substring(0, ProfileChange.NAME_CHARACTERS_MAX);
        }
    }

    public User changed(ProfileChange change) {
        return new User(
                id,
                account,
                email,
                emailVerified,
                change.name() == null ? name : change.name(),
                picture,
                createdAt,
                change.language() == null ? language : change.language());
    }

    /** The same person at an address that was proved to be theirs. */
    public User reachedAt(Email proved) {
        return new User(id, account, proved, true, name, picture, createdAt, language);
    }
}
