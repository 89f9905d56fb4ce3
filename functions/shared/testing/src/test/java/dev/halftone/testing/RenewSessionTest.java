package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.ConfirmOutcome;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.RenewSession;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionOrigin;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.SignIn;
import dev.halftone.core.account.SignInOutcome;
import dev.halftone.core.account.VerifiedPerson;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Goal: a session becomes fresh only by a proof of its own user, and never keeps its secret. */
class RenewSessionTest {
    private static final SessionOrigin ORIGIN =
            new SessionOrigin("google", "Firefox on Linux", "203.0.113.0/24");
    private static final Instant LATER = Samples.NOW.plus(Duration.ofHours(3));

    private final InMemorySessions sessions = new InMemorySessions();
    private final InMemoryUsers users = new InMemoryUsers();
    private final SeededEntropy entropy = new SeededEntropy(5);
    private final RenewSession renewing = new RenewSession(users, sessions, entropy);
    private final SessionToken token = signIn("1");
    private final Session session = session(token);

    @Test
    void aProofOfTheSamePersonMakesItFresh() {
        ConfirmOutcome outcome = renewing.confirm(session, person("1"), ORIGIN, LATER);

        SessionToken next = ((ConfirmOutcome.Confirmed) outcome).token();
        assertThat(session(next).isFresh(LATER)).isTrue();
        assertThat(sessions.find(token)).isEmpty();
    }

    // Whoever sits at somebody's open browser can prove who they are themselves: that is no proof.
    @Test
    void aProofOfSomebodyElseChangesNothing() {
        signIn("2");

        ConfirmOutcome outcome = renewing.confirm(session, person("2"), ORIGIN, LATER);

        assertThat(outcome).isEqualTo(new ConfirmOutcome.SomebodyElse());
        assertThat(session(token)).isEqualTo(session);
        assertThat(session.isFresh(LATER)).isFalse();
    }

    @Test
    void aProofOfSomebodyUnknownMakesNobody() {
        assertThat(renewing.confirm(session, person("3"), ORIGIN, LATER))
                .isEqualTo(new ConfirmOutcome.SomebodyElse());
        assertThat(users.findByIdentity(person("3").identity())).isEmpty();
    }

    @Test
    void anotherTokenIsTheSameSession() {
        SessionToken next = renewing.rotate(session, LATER);

        assertThat(session(next).id()).isEqualTo(session.id());
        assertThat(session(next).authenticatedAt()).isEqualTo(session.authenticatedAt());
        assertThat(sessions.find(token)).isEmpty();
    }

    private Session session(SessionToken of) {
        return (Session) sessions.find(of).orElseThrow().credential();
    }

    private SessionToken signIn(String subject) {
        SignIn signIn = new SignIn(users, sessions, entropy);
        return ((SignInOutcome.Opened) signIn.signIn(person(subject), ORIGIN, Samples.NOW)).token();
    }

    private static VerifiedPerson person(String subject) {
        return new VerifiedPerson(
                new Identity("https://accounts.google.com", subject),
                new Email("person" + subject + "@example.org"),
                true,
                "Mira Holt",
                null);
    }
}
