package dev.halftone.core.account;

import dev.halftone.core.Entropy;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Turns a verified person into a session, creating the user on the first visit. */
public final class SignIn {

    private final Users users;
    private final Sessions sessions;
    private final Entropy entropy;

    public SignIn(Users users, Sessions sessions, Entropy entropy) {
        this.users = users;
        this.sessions = sessions;
        this.entropy = entropy;
    }

    public SessionToken signIn(VerifiedPerson person, Instant now) {
        Optional<User> known = users.findByIdentity(person.identity());
        User user =
                known.orElseGet(
                        () -> users.createUnlessKnown(person.identity(), newUser(person, now)));
        SessionToken token = SessionToken.fresh(user.id(), entropy);
        sessions.open(Session.open(token, user.account(), now));
        return token;
    }

    private User newUser(VerifiedPerson person, Instant now) {
        return new User(
                UserId.fresh(entropy),
                AccountId.fresh(entropy),
                person.email(),
                person.emailVerified(),
                Objects.requireNonNullElse(person.name(), ""),
                person.picture(),
                now);
    }
}
