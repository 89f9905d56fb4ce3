package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.Sessions;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.account.UserState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link Sessions} does. */
public abstract class SessionsContract {

    private static final Acceptance ACCEPTANCE =
            new Acceptance("2026-11-01", 18, Samples.NOW.plusNanos(1_000));

    private final Person person = Person.fresh();
    private final SessionToken token = token(1);
    // In the future of every real clock, so that no store with an expiry removes it during a test.
    private final Instant now = Instant.now().plusSeconds(60);
    private final Session session = Session.open(token, person.account(), now);

    protected abstract Sessions sessions();

    @Test
    void findsNoSessionThatWasNeverOpened() {
        assertThat(sessions().find(token)).isEmpty();
    }

    @Test
    void findsAnOpenSessionOfANewUser() {
        sessions().open(session);

        assertThat(sessions().find(token)).contains(new SignedIn(session, UserState.fresh()));
    }

    @Test
    void findsNothingByAnotherSecretOrAnotherUser() {
        sessions().open(session);

        assertThat(sessions().find(token(2))).isEmpty();
        assertThat(sessions().find(new SessionToken(Person.fresh().user(), token.secret())))
                .isEmpty();
    }

    @Test
    void findsNoSessionWhereOnlyTheUsersStateIsStored() {
        sessions().accept(person.user(), ACCEPTANCE);

        assertThat(sessions().find(token)).isEmpty();
    }

    @Test
    void showsAnAcceptanceToEverySessionAtOnce() {
        SessionToken second = token(2);
        sessions().open(session);
        sessions().open(Session.open(second, person.account(), now));

        sessions().accept(person.user(), ACCEPTANCE);

        UserState accepted = new UserState(UserState.Standing.ACTIVE, ACCEPTANCE);
        assertThat(sessions().find(token)).map(SignedIn::state).contains(accepted);
        assertThat(sessions().find(second)).map(SignedIn::state).contains(accepted);
    }

    @Test
    void keepsTheNewestAcceptance() {
        Acceptance newer = new Acceptance("2027-01-01", 21, Samples.NOW.plusSeconds(60));
        sessions().open(session);
        sessions().accept(person.user(), ACCEPTANCE);

        sessions().accept(person.user(), newer);

        assertThat(sessions().find(token).orElseThrow().state().acceptance()).isEqualTo(newer);
    }

    @Test
    void closesOneSessionAndLeavesTheOthers() {
        SessionToken second = token(2);
        sessions().open(session);
        sessions().open(Session.open(second, person.account(), now));

        sessions().close(token);

        assertThat(sessions().find(token)).isEmpty();
        assertThat(sessions().find(second)).isPresent();
    }

    @Test
    void closesWhatIsClosedWithoutComplaint() {
        sessions().close(token);

        assertThat(sessions().find(token)).isEmpty();
    }

    @Test
    void extendsASession() {
        sessions().open(session);
        Session extended = session.extended(now.plusSeconds(100_000));

        sessions().extend(extended);

        assertThat(sessions().find(token)).map(SignedIn::session).contains(extended);
    }

    @Test
    void leavesAClosedSessionClosedWhenItIsExtendedLate() {
        sessions().open(session);
        sessions().close(token);

        sessions().extend(session.extended(now.plusSeconds(100_000)));

        assertThat(sessions().find(token)).isEmpty();
    }

    private SessionToken token(int number) {
        return new SessionToken(person.user(), "%043d".formatted(number));
    }
}
