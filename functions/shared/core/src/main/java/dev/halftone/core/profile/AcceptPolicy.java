package dev.halftone.core.profile;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.Sessions;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.account.Users;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantSource;
import dev.halftone.core.ledger.Ledger;
import java.time.Instant;

/**
 * The step between signing in and using the service: age, policy, and the welcome.
 *
 * <p>Proof first, gift second, and last the mark that opens the door: killed anywhere, the step is
 * simply taken again, and each part of it happens once.
 */
public final class AcceptPolicy {

    private final Profile profile;
    private final Users users;
    private final Sessions sessions;
    private final Ledger ledger;

    public AcceptPolicy(Profile profile, Users users, Sessions sessions, Ledger ledger) {
        this.profile = profile;
        this.users = users;
        this.sessions = sessions;
        this.ledger = ledger;
    }

    public AcceptOutcome accept(
            SignedIn caller, boolean ageConfirmed, String policyVersion, Instant now) {
        if (!ageConfirmed) {
            return new AcceptOutcome.AgeNotConfirmed(profile.minimumAge());
        }
        if (!policyVersion.equals(profile.policyVersion())) {
            return new AcceptOutcome.PolicyVersionChanged(profile.policyVersion());
        }
        Acceptance acceptance = new Acceptance(policyVersion, profile.minimumAge(), now);
        users.recordAcceptance(caller.user(), acceptance);
        if (!profile.welcomeCredits().isZero()) {
            ledger.grant(
                    new Grant(
                            caller.account(),
                            BusinessKey.welcome(caller.account()),
                            GrantSource.WELCOME,
                            profile.welcomeCredits(),
                            now));
        }
        sessions.accept(caller.user(), acceptance);
        return new AcceptOutcome.Accepted(acceptance);
    }
}
