package dev.halftone.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a proof of identity is wanted for. */
public enum Purpose {
    SIGN_IN,
    /** Somebody signed in shows once more that it is them. */
    CONFIRM,
    /** Somebody signed in adds a further way. */
    LINK;

    /** The one that a request names; to sign in if it names none. */
    public static Optional<Purpose> named(@Nullable String name) {
        return name == null
                ? Optional.of(SIGN_IN)
                : Arrays.stream(values()).filter(each -> each.code().equals(name)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
