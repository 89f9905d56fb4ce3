package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.User;
import dev.halftone.core.account.Users;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Users} does. */
public abstract class UsersContract {

    private static final int RACERS = 16;

    private final Person person = Person.fresh();
    private final Identity identity =
            new Identity("https://accounts.google.com", person.user().value());

    protected abstract Users users();

    @Test
    void knowsNobodyBeforeTheFirstSignIn() {
        assertThat(users().findByIdentity(identity)).isEmpty();
        assertThat(users().find(person.user())).isEmpty();
    }

    @Test
    void findsAUserByIdAndByIdentity() {
        User user = user(person, "https://example.org/ada.png");

        assertThat(users().createUnlessKnown(identity, user)).isEqualTo(user);

        assertThat(users().find(person.user())).contains(user);
        assertThat(users().findByIdentity(identity)).contains(user);
    }

    @Test
    void keepsAUserWithoutAPicture() {
        User user = user(person, null);

        users().createUnlessKnown(identity, user);

        assertThat(users().find(person.user())).contains(user);
    }

    @Test
    void keepsTheUserThatAnIdentityAlreadyHas() {
        User first = user(person, null);
        users().createUnlessKnown(identity, first);
        Person other = Person.fresh();

        assertThat(users().createUnlessKnown(identity, user(other, null))).isEqualTo(first);

        assertThat(users().find(other.user())).isEmpty();
    }

    @Test
    void createsOneUserHoweverManySignInAtOnce() {
        List<User> users =
                Race.run(
                        RACERS,
                        _ -> users().createUnlessKnown(identity, user(Person.fresh(), null)));

        assertThat(users).containsOnly(users.getFirst());
        assertThat(users().findByIdentity(identity)).contains(users.getFirst());
    }

    @Test
    void tellsTheSameSubjectOfTwoIssuersApart() {
        users().createUnlessKnown(identity, user(person, null));

        assertThat(users().findByIdentity(new Identity("https://other.test", identity.subject())))
                .isEmpty();
    }

    @Test
    void recordsAnAcceptanceMoreThanOnceWithoutComplaint() {
        User user = user(person, null);
        users().createUnlessKnown(identity, user);
        Acceptance acceptance = new Acceptance("2026-11-01", 18, Samples.NOW);

        users().recordAcceptance(person.user(), acceptance);
        users().recordAcceptance(person.user(), acceptance);

        assertThat(users().find(person.user())).contains(user);
    }

    private static User user(Person person, @Nullable String picture) {
        return new User(
                person.user(),
                person.account(),
                new Email("ada@example.org"),
                true,
                "Ada Lovelace \uD83C\uDFA8",
                picture,
                Samples.NOW.plusNanos(1));
    }
}
