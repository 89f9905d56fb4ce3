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

    record UserResource(
            String id, String name, String email, @Nullable String picture, String createdAt) {}

    record BalanceResource(long available, long pending) {}

    static MeResource nobody(Profile profile) {
        return new MeResource(null, false, profile.minimumAge(), profile.policyVersion(), null);
    }

    static MeResource of(
            User user, Account account, Profile profile, boolean accepted, Instant now) {
        return new MeResource(
                new UserResource(
                        user.id().value(),
                        user.name(),
                        user.email().value(),
                        user.picture(),
                        user.createdAt().toString()),
                accepted,
                profile.minimumAge(),
                profile.policyVersion(),
                new BalanceResource(account.spendable(now).amount(), account.pending().amount()));
    }
}
