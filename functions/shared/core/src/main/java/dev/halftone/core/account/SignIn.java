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

    /**
     * Signs in who was verified; on the first visit as a new user.
     *
     * @param origin by which of the profile's ways the proof came, and from where
     */
    public SignInOutcome signIn(VerifiedPerson person, SessionOrigin origin, Instant now) {
        Optional<User> known = users.findByIdentity(person.identity());
        if (known.isPresent()) {
            return open(known.get(), origin, now);
        }
        Email email = person.email();
        if (email == null) {
            return new SignInOutcome.EmailRequired();
        }
        CreateOutcome created =
                users.create(
                        person.identity(),
                        newUser(person, email, now),
                        person.linked(origin.way(), now));
        return switch (created) {
            case CreateOutcome.Created(User user) -> open(user, origin, now);
            case CreateOutcome.Known(User user) -> open(user, origin, now);
            case CreateOutcome.AddressTaken _ -> new SignInOutcome.NotLinked();
        };
    }

    private SignInOutcome open(User user, SessionOrigin origin, Instant now) {
        SessionToken token = SessionToken.fresh(user.id(), entropy);
        sessions.open(Session.open(token, user.account(), origin, now));
        return new SignInOutcome.Opened(token, user);
    }

    private User newUser(VerifiedPerson person, Email email, Instant now) {
        return new User(
                UserId.fresh(entropy),
                AccountId.fresh(entropy),
                email,
                person.emailVerified(),
                Objects.requireNonNullElse(person.name(), ""),
                person.picture(),
                now,
                null);
    }
}
