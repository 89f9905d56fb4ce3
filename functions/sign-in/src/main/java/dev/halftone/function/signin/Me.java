package dev.halftone.function.signin;

import dev.halftone.core.account.Session;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.account.User;
import dev.halftone.core.account.Users;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.ledger.Subscriptions;
import dev.halftone.core.profile.AcceptOutcome;
import dev.halftone.core.profile.AcceptPolicy;
import dev.halftone.core.profile.Profile;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the caller sees of themselves, and what they accept. */
final class Me {
    private final Profile profile;
    private final Users users;
    private final Ledger ledger;
    private final Subscriptions subscriptions;
    private final AcceptPolicy acceptPolicy;
    private final Clock clock;

    Me(
            Profile profile,
            Users users,
            Ledger ledger,
            Subscriptions subscriptions,
            AcceptPolicy acceptPolicy,
            Clock clock) {
        this.profile = profile;
        this.users = users;
        this.ledger = ledger;
        this.subscriptions = subscriptions;
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

    static HttpResponse signInRequired() {
        return Problem.of(401, "sign_in_required", "Please sign in.").response();
    }

    private Optional<MeResource> resource(SignedIn caller, boolean accepted) {
        Optional<User> user = users.find(caller.user());
        if (user.isEmpty()) {
            return Optional.empty();
        }
        Account account =
                ledger.account(caller.account()).orElseGet(() -> Account.empty(caller.account()));
        Instant now = clock.instant();
        return Optional.of(
                new MeResource(
                        MeResource.UserResource.of(user.get()),
                        way(caller),
                        accepted,
                        profile.minimumAge(),
                        profile.policyVersion(),
                        MeResource.BalanceResource.of(account, now),
                        SubscriptionResource.of(
                                subscriptions.of(caller.account()), profile.plans(), now)));
    }

    private static @Nullable String way(SignedIn caller) {
        return caller.credential() instanceof Session session ? session.origin().way() : null;
    }
}
