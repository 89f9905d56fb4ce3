package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.CreateOutcome;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.IdentityId;
import dev.halftone.core.account.Language;
import dev.halftone.core.account.LinkedIdentity;
import dev.halftone.core.account.ProfileChange;
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

        assertThat(create(identity, user)).isEqualTo(new CreateOutcome.Created(user));

        assertThat(users().find(person.user())).contains(user);
        assertThat(users().findByIdentity(identity)).contains(user);
    }

    @Test
    void keepsAUserWithoutAPicture() {
        User user = user(person, null);

        create(identity, user);

        assertThat(users().find(person.user())).contains(user);
    }

    @Test
    void keepsTheUserThatAnIdentityAlreadyHas() {
        User first = user(person, null);
        create(identity, first);
        Person other = Person.fresh();

        assertThat(create(identity, user(other, null))).isEqualTo(new CreateOutcome.Known(first));

        assertThat(users().find(other.user())).isEmpty();
    }

    // One person, one account: however many tabs end their first sign-in at the same time.
    @Test
    void createsOneUserHoweverManySignInAtOnce() {
        List<CreateOutcome> outcomes =
                Race.run(RACERS, _ -> create(identity, user(Person.fresh(), null, person)));

        assertThat(outcomes).hasSize(RACERS);
        assertThat(outcomes.stream().filter(CreateOutcome.Created.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(CreateOutcome.AddressTaken.class::isInstance))
                .isEmpty();
        assertThat(outcomes.stream().map(UsersContract::theUser).distinct()).hasSize(1);
    }

    // A verified address has one owner, whoever else vouches for it.
    @Test
    void givesAVerifiedAddressToOneUserHoweverManyClaimItAtOnce() {
        List<CreateOutcome> outcomes =
                Race.run(
                        RACERS,
                        number ->
                                create(
                                        identity("https://issuer.test/" + number),
                                        user(Person.fresh(), null, person)));

        assertThat(outcomes.stream().filter(CreateOutcome.Created.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(CreateOutcome.AddressTaken.class::isInstance))
                .hasSize(RACERS - 1);
    }

    // Nobody keeps an address from its owner by signing in with it unproven.
    @Test
    void claimsNoAddressThatNobodyVerified() {
        create(identity, unverified(person, person));
        User owner = user(Person.fresh(), null, person);

        assertThat(create(identity("https://other.test"), owner))
                .isEqualTo(new CreateOutcome.Created(owner));
        User late = unverified(Person.fresh(), person);
        assertThat(create(identity("https://third.test"), late))
                .isEqualTo(new CreateOutcome.Created(late));
    }

    @Test
    void storesNothingOfAPersonWhoseAddressIsTaken() {
        create(identity, user(person, null));
        Person other = Person.fresh();
        Identity theirs = identity("https://other.test");

        assertThat(create(theirs, user(other, null, person)))
                .isEqualTo(new CreateOutcome.AddressTaken());

        assertThat(users().findByIdentity(theirs)).isEmpty();
        assertThat(users().find(other.user())).isEmpty();
    }

    @Test
    void tellsTheSameSubjectOfTwoIssuersApart() {
        create(identity, user(person, null));

        assertThat(users().findByIdentity(identity("https://other.test"))).isEmpty();
    }

    @Test
    void changesANameAndALanguageEachByItself() {
        User user = user(person, null);
        create(identity, user);

        users().change(person.user(), new ProfileChange("Ada", null));
        users().change(person.user(), new ProfileChange(null, Language.DE));

        User changed = user.changed(new ProfileChange("Ada", Language.DE));
        assertThat(users().find(person.user())).contains(changed);
        assertThat(changed.createdAt()).isEqualTo(user.createdAt());
    }

    @Test
    void doesNotBringSomebodyBackWhoIsGone() {
        users().change(person.user(), new ProfileChange("Ada", Language.DE));

        assertThat(users().find(person.user())).isEmpty();
    }

    @Test
    void recordsAnAcceptanceMoreThanOnceWithoutComplaint() {
        User user = user(person, null);
        create(identity, user);
        Acceptance acceptance = new Acceptance("2026-11-01", 18, Samples.NOW);

        users().recordAcceptance(person.user(), acceptance);
        users().recordAcceptance(person.user(), acceptance);

        assertThat(users().find(person.user())).contains(user);
    }

    private Identity identity(String issuer) {
        return new Identity(issuer, identity.subject());
    }

    private CreateOutcome create(Identity by, User user) {
        return users().create(
                        by,
                        user,
                        new LinkedIdentity(
                                IdentityId.of(by), "google", user.email().value(), Samples.NOW));
    }

    private static User theUser(CreateOutcome outcome) {
        return switch (outcome) {
            case CreateOutcome.Created created -> created.user();
            case CreateOutcome.Known known -> known.user();
            case CreateOutcome.AddressTaken _ -> throw new AssertionError("No user");
        };
    }

    private static User user(Person person, @Nullable String picture) {
        return user(person, picture, person);
    }

    private static User unverified(Person person, Person address) {
        User user = user(person, null, address);
        return new User(
                user.id(),
                user.account(),
                user.email(),
                false,
                user.name(),
                user.picture(),
                user.createdAt(),
                null);
    }

    /** With the address of {@code address}. */
    private static User user(Person person, @Nullable String picture, Person address) {
        return new User(
                person.user(),
                person.account(),
                new Email(address.user() + "@example.org"),
                true,
                "Ada Lovelace \uD83C\uDFA8",
                picture,
                Samples.NOW.plusNanos(1),
                null);
    }
}
