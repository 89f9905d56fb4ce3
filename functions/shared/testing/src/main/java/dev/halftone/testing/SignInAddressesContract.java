package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.SignInAddress;
import dev.halftone.core.account.SignInAddresses;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link SignInAddresses} does. */
public abstract class SignInAddressesContract {

    private final Person person = Person.fresh();
    // In the future of every real clock, so that no store with an expiry removes it during a test.
    private final Instant now = Instant.now().plusSeconds(60);

    protected abstract SignInAddresses addresses();

    @Test
    void showsThePersonsOwnAddresses() {
        SignInAddress first = address(person, "ses_1");
        SignInAddress second = address(person, "ses_2");
        addresses().keep(first);
        addresses().keep(second);
        addresses().keep(address(Person.fresh(), "ses_3"));

        assertThat(addresses().readable(person.user(), now))
                .containsExactlyInAnyOrder(first, second);
    }

    // The table removes late: what is over must not be read meanwhile.
    @Test
    void showsNoneWhoseTimeIsOverThoughItIsStored() {
        SignInAddress address = address(person, "ses_1");
        addresses().keep(address);

        assertThat(addresses().readable(person.user(), address.readableUntil().minusMillis(1)))
                .containsExactly(address);
        assertThat(addresses().readable(person.user(), address.readableUntil())).isEmpty();
    }

    private SignInAddress address(Person owner, String session) {
        return new SignInAddress(
                owner.user(), session, "203.0.113.77", now.plus(Duration.ofDays(30)));
    }
}
