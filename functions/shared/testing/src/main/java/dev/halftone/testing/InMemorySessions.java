package dev.halftone.testing;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.Sessions;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.account.UserId;
import dev.halftone.core.account.UserState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sessions in memory. */
public final class InMemorySessions implements Sessions {

    private final Map<Key, Session> sessions = new HashMap<>();
    private final Map<UserId, UserState> states = new HashMap<>();

    private record Key(UserId user, String tokenHash) {

        static Key of(Session session) {
            return new Key(session.user(), session.tokenHash());
        }

        static Key of(SessionToken token) {
            return new Key(token.user(), token.hash());
        }
    }

    @Override
    public synchronized void open(Session session) {
        sessions.put(Key.of(session), session);
    }

    @Override
    public synchronized Optional<SignedIn> find(SessionToken token) {
        return Optional.ofNullable(sessions.get(Key.of(token)))
                .map(session -> new SignedIn(session, state(token.user())));
    }

    @Override
    public synchronized void extend(Session session) {
        sessions.computeIfPresent(Key.of(session), (_, _) -> session);
    }

    @Override
    public synchronized void close(SessionToken token) {
        sessions.remove(Key.of(token));
    }

    @Override
    public synchronized void accept(UserId user, Acceptance acceptance) {
        states.put(user, new UserState(state(user).standing(), acceptance));
    }

    /** Suspends a user or lets them in again, as an operator would. */
    public synchronized void setStanding(UserId user, UserState.Standing standing) {
        states.put(user, new UserState(standing, state(user).acceptance()));
    }

    /** How many sessions are stored, live or not. */
    public synchronized int count() {
        return sessions.size();
    }

    private UserState state(UserId user) {
        return states.getOrDefault(user, UserState.fresh());
    }
}
