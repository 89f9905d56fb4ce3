package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.ApiToken;
import dev.halftone.core.account.ApiTokenSecret;
import dev.halftone.core.account.ApiTokens;
import dev.halftone.core.account.Scope;
import dev.halftone.core.account.Sessions;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.account.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link ApiTokens} does, together with the {@link Sessions} that requests ask. */
public abstract class ApiTokensContract {

    private static final int AT_ONCE = 4;

    private final Person person = Person.fresh();
    // In the future of every real clock, so that no store with an expiry removes it during a test.
    private final Instant now = Instant.now().plusSeconds(60);

    protected abstract ApiTokens tokens();

    protected abstract Sessions sessions();

    @Test
    void aRequestFindsATokenByItsSecretWithTheStateOfItsOwner() {
        ApiToken token = token(person, 1);
        assertThat(tokens().create(token, now)).isTrue();
        sessions().changeStanding(person.user(), UserState.Standing.SUSPENDED);

        SignedIn found = sessions().find(secret(person, 1)).orElseThrow();

        assertThat(found.credential()).isEqualTo(token);
        assertThat(found.state().standing()).isEqualTo(UserState.Standing.SUSPENDED);
    }

    @Test
    void findsNothingByAnotherSecretOrUnderAnotherName() {
        tokens().create(token(person, 1), now);

        assertThat(sessions().find(secret(person, 2))).isEmpty();
        assertThat(sessions().find(secret(Person.fresh(), 1))).isEmpty();
    }

    @Test
    void listsAPersonsOwnYoungestFirstAndNoneThatExpired() {
        ApiToken first = token(person, 1);
        ApiToken second = token(person, 2);
        tokens().create(first, now);
        tokens().create(second, now);
        Person other = Person.fresh();
        tokens().create(token(other, 1), now);

        assertThat(tokens().all(person.user(), now)).containsExactly(second, first);
        assertThat(tokens().all(person.user(), first.expiresAt())).containsExactly(second);
    }

    @Test
    void revokesOnlyWhatIsThePersonsOwn() {
        ApiToken token = token(person, 1);
        tokens().create(token, now);

        assertThat(tokens().revoke(Person.fresh().user(), token.id(), now)).isEmpty();
        assertThat(sessions().find(secret(person, 1))).isPresent();
        assertThat(tokens().revoke(person.user(), token.id(), now)).contains(token);
        assertThat(sessions().find(secret(person, 1))).isEmpty();
        assertThat(tokens().revoke(person.user(), token.id(), now)).isEmpty();
    }

    @Test
    void notesTheUseOfATokenAndNotOfOneThatIsRevoked() {
        ApiToken token = token(person, 1);
        tokens().create(token, now);
        ApiToken used = token.used(now.plusSeconds(9));

        sessions().noteUse(used);
        assertThat(tokens().all(person.user(), now)).containsExactly(used);
        tokens().revoke(person.user(), token.id(), now);
        sessions().noteUse(used);

        assertThat(sessions().find(secret(person, 1))).isEmpty();
    }

    // Goal: no two that are made at the same time both become the last that a person may have.
    @Test
    void makesNoMoreThanAPersonMayHaveHoweverManyAtOnce() {
        for (int number = 1; number < ApiToken.PER_PERSON_MAX; number++) {
            assertThat(tokens().create(token(person, number), now)).isTrue();
        }

        List<Boolean> made =
                Race.run(AT_ONCE, racer -> tokens().create(token(person, 100 + racer), now));

        assertThat(made).containsOnlyOnce(true);
        assertThat(tokens().all(person.user(), now)).hasSize(ApiToken.PER_PERSON_MAX);
    }

    @Test
    void anExpiredTokenTakesNoPlace() {
        for (int number = 1; number <= ApiToken.PER_PERSON_MAX; number++) {
            tokens().create(token(person, number), now);
        }
        Instant later = token(person, 1).expiresAt();

        assertThat(tokens().create(token(person, 99), now)).isFalse();
        assertThat(tokens().create(token(person, 99), later)).isTrue();
    }

    private ApiToken token(Person owner, int number) {
        ApiTokenSecret secret = secret(owner, number);
        Instant createdAt = now.plusMillis(number);
        Set<Scope> scopes = number % 2 == 0 ? EnumSet.allOf(Scope.class) : Set.of(Scope.READ);
        return new ApiToken(
                owner.user(),
                owner.account(),
                secret.hash(),
                "Script " + number,
                scopes,
                createdAt,
                createdAt.plus(Duration.ofDays(90)),
                null,
                secret.lastFour());
    }

    private static ApiTokenSecret secret(Person owner, int number) {
        return new ApiTokenSecret(owner.user(), "%043d".formatted(number));
    }
}
