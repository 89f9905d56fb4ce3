package dev.halftone.function.signin;

import dev.halftone.core.account.User;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.profile.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The caller, as JSON. Of somebody who is not signed in it has the same fields, and no user. */
record MeResource(
        @Nullable UserResource user,
        boolean accepted,
        int minimumAge,
        String policyVersion,
        @Nullable BalanceResource balance) {

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

    record BalanceResource(long available, long pending) {}

    static MeResource nobody(Profile profile) {
        return new MeResource(null, false, profile.minimumAge(), profile.policyVersion(), null);
    }

    static MeResource of(
            User user, Account account, Profile profile, boolean accepted, Instant now) {
        return new MeResource(
                UserResource.of(user),
                accepted,
                profile.minimumAge(),
                profile.policyVersion(),
                new BalanceResource(account.spendable(now).amount(), account.pending().amount()));
    }
}
