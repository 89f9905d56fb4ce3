package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionOrigin;
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

        UserState accepted = UserState.fresh().accepting(ACCEPTANCE);
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

        assertThat(sessions().find(token)).map(SignedIn::credential).contains(extended);
    }

    @Test
    void leavesAClosedSessionClosedWhenItIsExtendedLate() {
        sessions().open(session);
        sessions().close(token);

        sessions().extend(session.extended(now.plusSeconds(100_000)));

        assertThat(sessions().find(token)).isEmpty();
    }

    @Test
    void keepsWhereASessionCameFromAndWhenThePersonProvedWhoTheyAre() {
        SessionOrigin origin = new SessionOrigin("google", "Firefox on Linux", "203.0.113.0/24");
        Session before = Session.open(token(3), person.account(), origin, now);
        Session rotated = before.under(token, now.plusSeconds(5));
        sessions().open(rotated);

        assertThat(sessions().find(token)).map(SignedIn::credential).contains(rotated);
        assertThat(rotated.authenticatedAt()).isEqualTo(now);
        assertThat(rotated.expiresAt()).isEqualTo(before.expiresAt());
    }

    @Test
    void listsThePersonsOwnSessionsYoungestFirst() {
        Session younger = Session.open(token(2), person.account(), now.plusSeconds(1));
        Person other = Person.fresh();
        sessions().open(session);
        sessions().open(younger);
        sessions().open(Session.open(tokenOf(other, 1), other.account(), now));

        assertThat(sessions().all(person.user())).containsExactly(younger, session);
    }

    @Test
    void keepsNoMoreSessionsThanAPersonMayHave() {
        for (int number = 1; number <= Session.PER_PERSON_MAX; number++) {
            sessions().open(open(number));
        }

        sessions().open(open(Session.PER_PERSON_MAX + 1));

        assertThat(sessions().all(person.user())).hasSize(Session.PER_PERSON_MAX);
        assertThat(sessions().find(token(1))).isEmpty();
        assertThat(sessions().find(token(2))).isPresent();
        assertThat(sessions().find(token(Session.PER_PERSON_MAX + 1))).isPresent();
    }

    @Test
    void closesAListedSession() {
        sessions().open(session);

        sessions().close(sessions().all(person.user()).getFirst());

        assertThat(sessions().find(token)).isEmpty();
    }

    @Test
    void endsAllThatBeganBeforeAMomentAndSaysSoToThoseThatCannotBeFound() {
        Session younger = Session.open(token(2), person.account(), now.plusSeconds(5));
        sessions().open(session);
        sessions().open(younger);

        sessions().endBefore(person.user(), now.plusSeconds(5));
        sessions().open(session);

        SignedIn late = sessions().find(token).orElseThrow();
        assertThat(late.state().allows(session)).isFalse();
        assertThat(sessions().find(token(2)).orElseThrow().state().allows(younger)).isTrue();
        assertThat(sessions().all(person.user())).containsExactly(younger, session);
    }

    @Test
    void changesOneThingOfAStateAndLeavesTheOthers() {
        sessions().open(session);
        sessions().changeRole(person.user(), UserState.Role.OPERATOR);
        sessions().accept(person.user(), ACCEPTANCE);
        sessions().endBefore(person.user(), now);

        sessions().changeStanding(person.user(), UserState.Standing.SUSPENDED);

        assertThat(sessions().find(token).orElseThrow().state())
                .isEqualTo(
                        new UserState(
                                UserState.Standing.SUSPENDED,
                                UserState.Role.OPERATOR,
                                ACCEPTANCE,
                                now));
    }

    private Session open(int number) {
        return Session.open(token(number), person.account(), now.plusSeconds(number));
    }

    private static SessionToken tokenOf(Person person, int number) {
        return new SessionToken(person.user(), "%043d".formatted(number));
    }

    private SessionToken token(int number) {
        return tokenOf(person, number);
    }
}
