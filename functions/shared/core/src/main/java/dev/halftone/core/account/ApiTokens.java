package dev.halftone.core.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** API tokens as their owners see them; requests find them through {@link Sessions}. */
public interface ApiTokens {

    /**
     * Stores a token unless its owner has {@link ApiToken#PER_PERSON_MAX} that have not expired,
     * however many are made at the same time.
     *
     * @return whether it was stored
     */
    boolean create(ApiToken token, Instant now);

    /** Those of the person that have not expired, the youngest first. */
    List<ApiToken> all(UserId user, Instant now);

    /**
     * Removes it, so that the next request with it is refused.
     *
     * @return what was removed; empty if the person has no such token
     */
    Optional<ApiToken> revoke(UserId user, String id, Instant now);
}
