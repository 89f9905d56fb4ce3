package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identities;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.IdentityId;
import dev.halftone.core.account.LinkOutcome;
import dev.halftone.core.account.LinkedIdentity;
import dev.halftone.core.account.UnlinkOutcome;
import dev.halftone.core.account.User;
import dev.halftone.core.account.Users;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Identities} does, over the {@link Users} whom they lead to. */
public abstract class IdentitiesContract {

    private static final int RACERS = 8;

    private final Person mira = Person.fresh();
    private final Person tomas = Person.fresh();

    protected abstract Users users();

    protected abstract Identities identities();

    @Test
    void showsTheFirstIdentityOfAPerson() {
        arrive(mira);

        assertThat(identities().of(mira.user())).containsExactly(first(mira));
        assertThat(identities().of(tomas.user())).isEmpty();
    }

    @Test
    void leadsToOnePersonByEachLinkedIdentity() {
        arrive(mira);

        assertThat(link(mira, further(mira, 1))).isInstanceOf(LinkOutcome.Linked.class);

        assertThat(identities().of(mira.user()))
                .containsExactly(first(mira), linked(further(mira, 1)));
        assertThat(users().findByIdentity(further(mira, 1)).map(User::id)).contains(mira.user());
    }

    @Test
    void linksTwiceWithoutComplaint() {
        arrive(mira);
        link(mira, further(mira, 1));

        assertThat(link(mira, further(mira, 1))).isInstanceOf(LinkOutcome.AlreadyTheirs.class);
        assertThat(link(mira, identity(mira))).isInstanceOf(LinkOutcome.AlreadyTheirs.class);
        assertThat(identities().of(mira.user())).hasSize(2);
    }

    // Nobody's identity moves to somebody else.
    @Test
    void refusesAnIdentityOfAnotherPerson() {
        arrive(mira);
        arrive(tomas);

        assertThat(link(mira, identity(tomas))).isInstanceOf(LinkOutcome.InUse.class);

        assertThat(users().findByIdentity(identity(tomas)).map(User::id)).contains(tomas.user());
        assertThat(identities().of(mira.user())).containsExactly(first(mira));
    }

    @Test
    void givesAnIdentityToOneOfThoseWhoLinkItAtOnce() {
        List<Person> people = List.of(mira, tomas);
        people.forEach(this::arrive);
        Identity wanted = further(mira, 1);

        List<LinkOutcome> outcomes =
                Race.run(people.size(), number -> link(people.get(number), wanted));

        assertThat(outcomes)
                .hasAtLeastOneElementOfType(LinkOutcome.Linked.class)
                .hasAtLeastOneElementOfType(LinkOutcome.InUse.class);
    }

    @Test
    void ledByAnUnlinkedIdentityToNobody() {
        arrive(mira);
        link(mira, further(mira, 1));

        assertThat(identities().unlink(mira.user(), IdentityId.of(identity(mira))))
                .isEqualTo(new UnlinkOutcome.Unlinked(first(mira)));

        assertThat(users().findByIdentity(identity(mira))).isEmpty();
        assertThat(identities().of(mira.user())).containsExactly(linked(further(mira, 1)));
    }

    @Test
    void keepsTheLastIdentity() {
        arrive(mira);

        assertThat(identities().unlink(mira.user(), IdentityId.of(identity(mira))))
                .isInstanceOf(UnlinkOutcome.LastWay.class);
        assertThat(users().findByIdentity(identity(mira))).isPresent();
    }

    // However many tabs take one away each, one stays.
    @Test
    void keepsTheLastIdentityThoughAllAreUnlinkedAtOnce() {
        arrive(mira);
        for (int number = 1; number < RACERS; number++) {
            link(mira, further(mira, number));
        }
        List<LinkedIdentity> all = identities().of(mira.user());

        List<UnlinkOutcome> outcomes =
                Race.run(RACERS, number -> identities().unlink(mira.user(), all.get(number).id()));

        assertThat(outcomes.stream().filter(UnlinkOutcome.LastWay.class::isInstance)).hasSize(1);
        assertThat(identities().of(mira.user())).hasSize(1);
    }

    @Test
    void unlinksNothingOfSomebodyElse() {
        arrive(mira);
        arrive(tomas);
        link(tomas, further(tomas, 1));

        assertThat(identities().unlink(mira.user(), IdentityId.of(identity(tomas))))
                .isInstanceOf(UnlinkOutcome.Unknown.class);
        assertThat(identities().of(tomas.user())).hasSize(2);
    }

    private LinkOutcome link(Person person, Identity identity) {
        return identities().link(person.user(), identity, linked(identity));
    }

    private void arrive(Person person) {
        User user =
                new User(
                        person.user(),
                        person.account(),
                        new Email(person.user() + "@example.org"),
                        true,
                        "Ada",
                        null,
                        Samples.NOW,
                        null);
        users().create(identity(person), user, first(person));
    }

    private static Identity identity(Person person) {
        return new Identity("https://accounts.google.com", person.user().value());
    }

    private static Identity further(Person person, int number) {
        return new Identity("https://issuer.test/" + number, person.user().value());
    }

    private static LinkedIdentity first(Person person) {
        return new LinkedIdentity(
                IdentityId.of(identity(person)), "google", "ada@example.org", Samples.NOW);
    }

    private static LinkedIdentity linked(Identity identity) {
        int number = Integer.parseInt(identity.issuer().replaceAll("\\D", "") + "0") + 1;
        return new LinkedIdentity(
                IdentityId.of(identity), "github", null, Samples.NOW.plusSeconds(number));
    }
}
