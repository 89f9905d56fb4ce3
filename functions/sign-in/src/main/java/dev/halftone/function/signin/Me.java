package dev.halftone.function.signin;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.account.User;
import dev.halftone.core.account.Users;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.profile.AcceptOutcome;
import dev.halftone.core.profile.AcceptPolicy;
import dev.halftone.core.profile.Profile;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import java.time.Clock;
import java.util.Optional;

/** What the caller sees of themselves, and what they accept. */
final class Me {
    private final Profile profile;
    private final Users users;
    private final Ledger ledger;
    private final AcceptPolicy acceptPolicy;
    private final Clock clock;

    Me(Profile profile, Users users, Ledger ledger, AcceptPolicy acceptPolicy, Clock clock) {
        this.profile = profile;
        this.users = users;
        this.ledger = ledger;
        this.acceptPolicy = acceptPolicy;
        this.clock = clock;
    }

    HttpResponse show(SignedIn caller) {
        return answer(
                caller, caller.state().accepted(profile.policyVersion(), profile.minimumAge()));
    }

    HttpResponse accept(SignedIn caller, AcceptanceBody body) {
        AcceptOutcome outcome =
                acceptPolicy.accept(
                        caller, body.ageConfirmed(), body.policyVersion(), clock.instant());
        return switch (outcome) {
            case AcceptOutcome.Accepted _ -> answer(caller, true);
            case AcceptOutcome.AgeNotConfirmed refused ->
                    Problem.of(
                                    422,
                                    "age_not_confirmed",
                                    "This service is for people who have reached its minimum age.")
                            .field("ageConfirmed")
                            .with("minimumAge", refused.minimumAge())
                            .response();
            case AcceptOutcome.PolicyVersionChanged changed ->
                    Problem.of(
                                    409,
                                    "policy_version_changed",
                                    "The privacy policy changed meanwhile. Please read it again.")
                            .field("policyVersion")
                            .with("policyVersion", changed.currentVersion())
                            .response();
        };
    }

    private HttpResponse answer(SignedIn caller, boolean accepted) {
        Optional<User> user = users.find(caller.user());
        if (user.isEmpty()) {
            // The person is gone and their session not yet: to them it is the same.
            return Problem.of(401, "sign_in_required", "Please sign in.").response();
        }
        Account account = ledger.account(caller.account()).orElse(Account.empty(caller.account()));
        return HttpResponse.json(200, MeResource.of(user.get(), account, profile, accepted));
    }
}
