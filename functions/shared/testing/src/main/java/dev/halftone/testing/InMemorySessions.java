package dev.halftone.testing;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.ApiToken;
import dev.halftone.core.account.ApiTokenSecret;
import dev.halftone.core.account.ApiTokens;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.Sessions;
import dev.halftone.core.account.SignInAddress;
import dev.halftone.core.account.SignInAddresses;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.account.UserId;
import dev.halftone.core.account.UserState;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the Sessions table holds, in memory. */
public final class InMemorySessions implements Sessions, ApiTokens, SignInAddresses {

    private static final Comparator<Session> YOUNGEST_FIRST =
            Comparator.comparing(Session::createdAt).reversed().thenComparing(Session::tokenHash);

    private final Map<Key, Session> sessions = new HashMap<>();
    private final Map<Key, ApiToken> tokens = new HashMap<>();
    private final Map<String, SignInAddress> addresses = new HashMap<>();
    private final Map<UserId, UserState> states = new HashMap<>();
    private int reads;

    private record Key(UserId user, String hash) {

        static Key of(Session session) {
            return new Key(session.user(), session.tokenHash());
        }

        static Key of(SessionToken token) {
            return new Key(token.user(), token.hash());
        }

        static Key of(ApiToken token) {
            return new Key(token.user(), token.tokenHash());
        }
    }

    @Override
    public synchronized void open(Session session) {
        sessions.put(Key.of(session), session);
        all(session.user()).stream()
                .filter(each -> each.isLive(session.createdAt()))
                .skip(Session.PER_PERSON_MAX)
                .forEach(this::close);
    }

    @Override
    public synchronized Optional<SignedIn> find(SessionToken token) {
        reads++;
        return Optional.ofNullable(sessions.get(Key.of(token)))
                .map(session -> new SignedIn(session, state(token.user())));
    }

    @Override
    public synchronized Optional<SignedIn> find(ApiTokenSecret token) {
        reads++;
        return Optional.ofNullable(tokens.get(new Key(token.user(), token.hash())))
                .map(found -> new SignedIn(found, state(token.user())));
    }

    @Override
    public synchronized List<Session> all(UserId user) {
        return sessions.values().stream()
                .filter(session -> session.user().equals(user))
                .sorted(YOUNGEST_FIRST)
                .toList();
    }

    @Override
    public synchronized void extend(Session session) {
        sessions.computeIfPresent(Key.of(session), (_, _) -> session);
    }

    @Override
    public synchronized void noteUse(ApiToken token) {
        tokens.computeIfPresent(Key.of(token), (_, _) -> token);
    }

    @Override
    public synchronized void close(SessionToken token) {
        sessions.remove(Key.of(token));
    }

    @Override
    public synchronized void close(Session session) {
        sessions.remove(Key.of(session));
    }

    @Override
    public synchronized void endBefore(UserId user, Instant moment) {
        change(user, state -> state.endingBefore(moment));
    }

    @Override
    public synchronized void accept(UserId user, Acceptance acceptance) {
        change(user, state -> state.accepting(acceptance));
    }

    @Override
    public synchronized void changeStanding(UserId user, UserState.Standing standing) {
        change(user, state -> state.standing(standing));
    }

    @Override
    public synchronized void changeRole(UserId user, UserState.Role role) {
        change(user, state -> state.as(role));
    }

    @Override
    public synchronized boolean create(ApiToken token, Instant now) {
        if (all(token.user(), now).size() >= ApiToken.PER_PERSON_MAX) {
            return false;
        }
        tokens.put(Key.of(token), token);
        return true;
    }

    @Override
    public synchronized List<ApiToken> all(UserId user, Instant now) {
        return tokens.values().stream()
                .filter(token -> token.user().equals(user) && token.isLive(now))
                .sorted(
                        Comparator.comparing(ApiToken::createdAt)
                                .reversed()
                                .thenComparing(ApiToken::id))
                .toList();
    }

    @Override
    public synchronized Optional<ApiToken> revoke(UserId user, String id, Instant now) {
        Optional<ApiToken> found =
                all(user, now).stream().filter(token -> token.id().equals(id)).findFirst();
        found.map(Key::of).ifPresent(tokens::remove);
        return found;
    }

    @Override
    public synchronized void keep(SignInAddress address) {
        addresses.put(address.sessionId(), address);
    }

    @Override
    public synchronized List<SignInAddress> readable(UserId user, Instant now) {
        return addresses.values().stream()
                .filter(address -> address.user().equals(user) && address.isReadable(now))
                .toList();
    }

    /** How many sessions are stored, live or not. */
    public synchronized int count() {
        return sessions.size();
    }

    /** How often somebody asked who a request is from. */
    public synchronized int reads() {
        return reads;
    }

    private void change(UserId user, UnaryOperator<UserState> change) {
        states.put(user, change.apply(state(user)));
    }

    private UserState state(UserId user) {
        return states.getOrDefault(user, UserState.fresh());
    }
}
