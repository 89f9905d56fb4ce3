package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Digest;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.IdentityId;
import dev.halftone.core.account.LinkedIdentity;
import dev.halftone.core.account.User;
import dev.halftone.core.account.Users;
import dev.halftone.core.mail.EmailChanges;
import dev.halftone.core.mail.PendingEmail;
import dev.halftone.core.mail.ReplaceOutcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link EmailChanges} does. */
public abstract class EmailChangesContract {

    private static final int RACERS = 8;

    // In the future of every real clock, so that no store with an expiry removes it during a test.
    private final Instant now = Instant.now().plusSeconds(60);

    protected abstract Users users();

    /** Of the same people. */
    protected abstract EmailChanges changes();

    @Test
    void keepsWhatIsPending() {
        User user = arrive(true);
        PendingEmail pending = pending(user, fresh(), 1);

        assertThat(changes().keep(null, pending)).isTrue();

        assertThat(changes().pending(user.id())).contains(pending);
    }

    // Of two wishes at once one letter is on its way, and its code is the one that works.
    @Test
    void keepsOneOfTwoWishesAtOnce() {
        User user = arrive(true);
        PendingEmail first = pending(user, fresh(), 1);
        changes().keep(null, first);

        assertThat(changes().keep(null, pending(user, fresh(), 2))).isFalse();

        assertThat(changes().pending(user.id())).contains(first);
    }

    @Test
    void keepsAnotherWishOverTheOneItKnew() {
        User user = arrive(true);
        PendingEmail first = pending(user, fresh(), 1);
        changes().keep(null, first);
        PendingEmail second = pending(user, fresh(), 2);

        assertThat(changes().keep(first, second)).isTrue();

        assertThat(changes().pending(user.id())).contains(second);
    }

    @Test
    void replacesAddressAndClaimTogether() {
        User user = arrive(true);
        PendingEmail pending = kept(user, fresh());

        assertThat(changes().replace(user, pending)).isEqualTo(new ReplaceOutcome.Replaced());

        User changed = users().find(user.id()).orElseThrow();
        assertThat(changed.email()).isEqualTo(pending.address());
        assertThat(changed.emailVerified()).isTrue();
        assertThat(changes().holder(pending.address())).contains(user.id());
        assertThat(changes().holder(user.email())).isEmpty();
        assertThat(changes().pending(user.id())).isEmpty();
    }

    @Test
    void givesAnUnverifiedAddressAClaim() {
        User user = arrive(false);
        assertThat(changes().holder(user.email())).isEmpty();
        PendingEmail pending = kept(user, user.email());

        changes().replace(user, pending);

        assertThat(users().find(user.id()).orElseThrow().emailVerified()).isTrue();
        assertThat(changes().holder(user.email())).contains(user.id());
    }

    // An address that somebody proved in between stays theirs, and nothing else changes.
    @Test
    void changesNothingIfTheAddressIsSomebodyElses() {
        User user = arrive(true);
        User other = arrive(true);
        PendingEmail pending = kept(user, other.email());

        assertThat(changes().replace(user, pending)).isEqualTo(new ReplaceOutcome.Taken());

        assertThat(users().find(user.id())).contains(user);
        assertThat(changes().holder(other.email())).contains(other.id());
        assertThat(changes().holder(user.email())).contains(user.id());
    }

    @Test
    void takesACodeOnce() {
        User user = arrive(true);
        PendingEmail pending = kept(user, fresh());
        changes().replace(user, pending);
        User changed = users().find(user.id()).orElseThrow();

        assertThat(changes().replace(changed, pending)).isNotEqualTo(new ReplaceOutcome.Taken());

        assertThat(users().find(user.id())).contains(changed);
    }

    // One address, many who prove it at once: it becomes one person's.
    @Test
    void givesAnAddressToOneOfMany() {
        Email address = fresh();
        List<ReplaceOutcome> outcomes =
                Race.run(
                        RACERS,
                        _ -> {
                            User user = arrive(true);
                            return changes().replace(user, kept(user, address));
                        });

        assertThat(outcomes).containsOnlyOnce(new ReplaceOutcome.Replaced());
        assertThat(outcomes).hasSize(RACERS);
    }

    private User arrive(boolean verified) {
        Person person = Person.fresh();
        User user =
                new User(
                        person.user(),
                        person.account(),
                        fresh(),
                        verified,
                        "Ada",
                        null,
                        Samples.NOW,
                        null);
        Identity identity = new Identity("https://accounts.google.com", person.user().value());
        users().create(
                        identity,
                        user,
                        new LinkedIdentity(IdentityId.of(identity), "google", null, Samples.NOW));
        return user;
    }

    private PendingEmail kept(User user, Email address) {
        PendingEmail pending = pending(user, address, 1);
        changes().keep(null, pending);
        return pending;
    }

    private PendingEmail pending(User user, Email address, int mails) {
        return new PendingEmail(
                user.id(),
                address,
                Digest.sha256Hex(address.value() + mails),
                now.plusSeconds(60),
                mails,
                now.plusSeconds(3600));
    }

    private static Email fresh() {
        return new Email(Person.fresh().user() + "@example.org");
    }
}
