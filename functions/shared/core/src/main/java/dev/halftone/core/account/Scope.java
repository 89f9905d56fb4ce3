package dev.halftone.core.account;

import java.util.Locale;
import java.util.Optional;

/** What the owner of an API token allows it to do; each stands for itself. */
public enum Scope {
    /** See what is theirs. */
    READ,
    /** Ask for work, which spends credits. */
    CREATE,
    /** Change or remove what is theirs. */
    MANAGE;

    /** As written in requests and answers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> parse(String label) {
        for (Scope scope : values()) {
            if (scope.label().equals(label)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}
