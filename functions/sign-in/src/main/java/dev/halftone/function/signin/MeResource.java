package dev.halftone.function.signin;

import dev.halftone.core.account.User;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.profile.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The caller, as JSON. Of somebody who is not signed in it has the same fields, and no user.
 *
 * @param way how the session signed in, by the id of the way; none of a token
 */
record MeResource(
        @Nullable UserResource user,
        @Nullable String way,
        boolean accepted,
        int minimumAge,
        String policyVersion,
        @Nullable BalanceResource balance,
        @Nullable SubscriptionResource subscription) {

    /**
     * @param createdAt in UTC, to the last digit as it was stored
     * @param language the one that the person chose, if they did
     */
    record UserResource(
            String id,
            String name,
            String email,
            boolean emailVerified,
            @Nullable String picture,
            @Nullable String language,
            String createdAt) {

        static UserResource of(User user) {
            return new UserResource(
                    user.id().value(),
                    user.name(),
                    user.email().value(),
                    user.emailVerified(),
                    user.picture(),
                    user.language() == null ? null : user.language().tag(),
                    user.createdAt().toString());
        }
    }

    record BalanceResource(long available, long pending) {

        static BalanceResource of(Account account, Instant now) {
            return new BalanceResource(account.spendable(now).amount(), account.pending().amount());
        }
    }

    static MeResource nobody(Profile profile) {
        return new MeResource(
                null, null, false, profile.minimumAge(), profile.policyVersion(), null, null);
    }
}
