package dev.halftone.core.account;

import dev.halftone.core.Entropy;
import java.time.Instant;

/**
 * Puts another secret in the place of a session's, so that whoever saw the old one has nothing. The
 * new session is there before the old one goes: a failure between leaves a person signed in.
 */
public final class RenewSession {

    private final Users users;
    private final Sessions sessions;
    private final Entropy entropy;

    public RenewSession(Users users, Sessions sessions, Entropy entropy) {
        this.users = users;
        this.sessions = sessions;
        this.entropy = entropy;
    }

    /** The same sign-in, neither fresher nor longer; for whenever what a session may do changes. */
    public SessionToken rotate(Session session, Instant now) {
        SessionToken token = SessionToken.fresh(session.user(), entropy);
        return replace(session, session.under(token, now), token);
    }

    /** Makes the session fresh if {@code person} is its user, by whichever of their identities. */
    public ConfirmOutcome confirm(
            Session session, VerifiedPerson person, SessionOrigin origin, Instant now) {
        boolean same =
                users.findByIdentity(person.identity())
                        .filter(user -> user.id().equals(session.user()))
                        .isPresent();
        if (!same) {
            return new ConfirmOutcome.SomebodyElse();
        }
        SessionToken token = SessionToken.fresh(session.user(), entropy);
        Session fresh = Session.open(token, session.account(), origin, now);
        return new ConfirmOutcome.Confirmed(replace(session, fresh, token));
    }

    private SessionToken replace(Session old, Session next, SessionToken token) {
        sessions.open(next);
        sessions.close(old);
        return token;
    }
}
