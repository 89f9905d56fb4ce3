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

    /** To find out that one is not signed in is an answer, not an error. */
    HttpResponse showNobody() {
        return HttpResponse.json(200, MeResource.nobody(profile));
    }

    HttpResponse show(SignedIn caller) {
        boolean accepted = caller.state().accepted(profile.policyVersion(), profile.minimumAge());
        // The person may be gone and their session not yet: to them it is the same.
        return resource(caller, accepted)
                .map(me -> HttpResponse.json(200, me))
                .orElseGet(this::showNobody);
    }

    HttpResponse accept(SignedIn caller, AcceptanceBody body) {
        AcceptOutcome outcome =
                acceptPolicy.accept(
                        caller, body.ageConfirmed(), body.policyVersion(), clock.instant());
        return switch (outcome) {
            case AcceptOutcome.Accepted _ ->
                    resource(caller, true)
                            .map(me -> HttpResponse.json(200, me))
                            .orElseGet(Me::signInRequired);
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

    private static HttpResponse signInRequired() {
        return Problem.of(401, "sign_in_required", "Please sign in.").response();
    }

    private Optional<MeResource> resource(SignedIn caller, boolean accepted) {
        Optional<User> user = users.find(caller.user());
        if (user.isEmpty()) {
            return Optional.empty();
        }
        Account account =
                ledger.account(caller.account()).orElseGet(() -> Account.empty(caller.account()));
        return Optional.of(MeResource.of(user.get(), account, profile, accepted, clock.instant()));
    }
}
