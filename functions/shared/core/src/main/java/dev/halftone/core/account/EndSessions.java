package dev.halftone.core.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Ends a person's sessions: one, all but one, or all. */
public final class EndSessions {

    private final Sessions sessions;
    private final RenewSession renewing;

    public EndSessions(Sessions sessions, RenewSession renewing) {
        this.sessions = sessions;
        this.renewing = renewing;
    }

    /** The person's sessions that still count, the youngest first. */
    public List<Session> live(UserState state, UserId user, Instant now) {
        return sessions.all(user).stream()
                .filter(session -> session.isLive(now) && state.allows(session))
                .toList();
    }

    /**
     * Ends the one of this id.
     *
     * @return what ended; empty if the person has no such session
     */
    public Optional<Session> one(UserId user, String id) {
        List<Session> named =
                sessions.all(user).stream().filter(session -> session.id().equals(id)).toList();
        // Two for a moment, while one takes the place of the other.
        named.forEach(sessions::close);
        return named.stream().findFirst();
    }

    /**
     * Ends all others, also those that are being opened with what somebody stole before.
     *
     * @return what the browser is to hold from now on: the old token ends with the others
     */
    public SessionToken others(Session current, Instant now) {
        SessionToken token = renewing.rotate(current, now);
        sessions.endBefore(current.user(), now);
        close(current.user(), token.hash());
        return token;
    }

    public void all(UserId user, Instant now) {
        sessions.endBefore(user, now);
        close(user, "");
    }

    private void close(UserId user, String keptHash) {
        sessions.all(user).stream()
                .filter(session -> !session.tokenHash().equals(keptHash))
                .forEach(sessions::close);
    }
}
