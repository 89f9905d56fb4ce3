package dev.halftone.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Digest;
import dev.halftone.core.account.AccountEvent;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.IdentityId;
import dev.halftone.core.account.LinkedIdentity;
import dev.halftone.core.account.ProfileChange;
import dev.halftone.core.account.User;
import dev.halftone.core.account.UserId;
import dev.halftone.core.mail.PendingEmail;
import dev.halftone.core.mail.ReplaceOutcome;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.Order;
import dev.halftone.core.privacy.DataMap;
import dev.halftone.core.privacy.Disclosure;
import dev.halftone.core.privacy.OwnRecords;
import dev.halftone.core.privacy.StoredRecord;
import dev.halftone.testing.Buyer;
import dev.halftone.testing.PaymentSamples;
import dev.halftone.testing.Person;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Protects: a copy of what is stored about a person is complete, of today, and of nobody else. */
class DynamoDbOwnRecordsIT {

    private final Instant now = Instant.now().plusSeconds(60);
    private final DynamoDbUsers users =
            new DynamoDbUsers(TestStack.client(), TestStack.table("AccountsTable"));
    private final DynamoDbEmailChanges changes =
            new DynamoDbEmailChanges(TestStack.client(), TestStack.table("AccountsTable"));
    private final DynamoDbAccountEvents events =
            new DynamoDbAccountEvents(TestStack.client(), TestStack.table("AccountsTable"));
    private final OwnRecords records =
            new DynamoDbOwnRecords(
                    TestStack.client(),
                    TestStack.table("SessionsTable"),
                    TestStack.table("AccountsTable"),
                    TestStack.table("LedgerTable"));

    @Test
    void showsACorrectedNameAndAddressAndTheFormerOnesNowhere() {
        User user = arrive();
        users.change(user.id(), new ProfileChange("Ada", null));
        PendingEmail pending = pending(user);
        changes.keep(null, pending);
        User changed = users.find(user.id()).orElseThrow();
        assertThat(changes.replace(changed, pending)).isEqualTo(new ReplaceOutcome.Replaced());
        events.record(user.id(), AccountEvent.of(AccountEvent.Kind.EMAIL_CHANGED, now));

        String told = told(user, now);

        assertThat(told)
                .contains("Ada", pending.address().value(), "EMAIL_CHANGED")
                .doesNotContain(user.name(), user.email().value(), pending.codeHash());
    }

    // What was bought and paid, and when, is there to be kept; what opens the checkout is not.
    @Test
    void showsWhatWasBought() {
        Buyer buyer = new Buyer(TestStack.payments());
        Order order = buyer.ordered(1, PaymentSamples.PACK);
        buyer.hears(buyer.paid(1, order));
        buyer.hears(buyer.disputed(1, DisputePhase.OPEN, 1));

        assertThat(told(buyer.person().user(), buyer.person().account(), now))
                .contains(
                        order.id().value(),
                        "bought.totalMinor=594",
                        "bought.paidAt=" + buyer.now(),
                        Buyer.BILLING_EMAIL,
                        "phase=OPEN")
                .doesNotContain("checkout.url");
    }

    // Who somebody is to the provider lies elsewhere, under a hash that only the link knows.
    @Test
    void followsTheLinksToWhatTheProviderCallsThePerson() {
        User user = arrive();

        assertThat(told(user, now)).contains("https://issuer.example", "subject-" + user.id());
    }

    @Test
    void leavesOutWhatHasExpired() {
        User user = arrive();
        events.record(user.id(), AccountEvent.of(AccountEvent.Kind.NAME_CHANGED, now));

        assertThat(told(user, now)).contains("NAME_CHANGED");
        assertThat(told(user, now.plus(Duration.ofDays(400)))).doesNotContain("NAME_CHANGED");
    }

    @Test
    void hasNothingOfSomebodyElse() {
        User other = arrive();
        User user = arrive();

        assertThat(told(user, now)).doesNotContain(other.email().value(), other.id().value());
        Person nobody = Person.fresh();
        assertThat(records.of(nobody.user(), nobody.account(), now)).isEmpty();
    }

    private String told(User user, Instant at) {
        return told(user.id(), user.account(), at);
    }

    private String told(UserId user, AccountId account, Instant at) {
        List<StoredRecord> stored = records.of(user, account, at);
        return new Disclosure(DataMap.declarations()).of(stored).toString();
    }

    private User arrive() {
        Person person = Person.fresh();
        User user =
                new User(
                        person.user(),
                        person.account(),
                        address(),
                        true,
                        "Mira Holt",
                        null,
                        Samples.NOW,
                        null);
        Identity identity = new Identity("https://issuer.example", "subject-" + person.user());
        users.create(
                identity,
                user,
                new LinkedIdentity(IdentityId.of(identity), "google", null, Samples.NOW));
        return user;
    }

    private PendingEmail pending(User user) {
        Email address = address();
        return new PendingEmail(
                user.id(),
                address,
                Digest.sha256Hex(address.value()),
                now.plusSeconds(60),
                1,
                now.plusSeconds(3600));
    }

    private static Email address() {
        return new Email(UUID.randomUUID() + "@example.org");
    }
}
