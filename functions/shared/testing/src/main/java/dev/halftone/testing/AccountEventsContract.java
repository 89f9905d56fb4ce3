package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.AccountEvent;
import dev.halftone.core.account.AccountEvent.Kind;
import dev.halftone.core.account.AccountEvents;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link AccountEvents} does. */
public abstract class AccountEventsContract {

    private final Person person = Person.fresh();
    // In the future of every real clock, so that no store with an expiry removes it during a test.
    private final Instant now = Instant.now().plusSeconds(60);

    protected abstract AccountEvents events();

    // A change by somebody else is noticed because it is at the top, with where it came from.
    @Test
    void showsTheNewestFirstWithWhereItCameFrom() {
        AccountEvent older = AccountEvent.of(Kind.NAME_CHANGED, now.minusSeconds(1));
        AccountEvent newer =
                new AccountEvent(Kind.EMAIL_CHANGED, now, "google", "Firefox on Linux");
        events().record(person.user(), newer);
        events().record(person.user(), older);

        assertThat(events().recent(person.user(), now)).containsExactly(newer, older);
    }

    @Test
    void showsNobodyTheEventsOfAnother() {
        events().record(person.user(), AccountEvent.of(Kind.NAME_CHANGED, now));

        assertThat(events().recent(Person.fresh().user(), now)).isEmpty();
    }

    // Two changes in one instant are two changes.
    @Test
    void keepsBothOfTwoAtOneTime() {
        AccountEvent event = AccountEvent.of(Kind.NAME_CHANGED, now);
        events().record(person.user(), event);
        events().record(person.user(), event);

        assertThat(events().recent(person.user(), now)).containsExactly(event, event);
    }

    @Test
    void showsNoMoreThanItSays() {
        for (int i = 0; i <= AccountEvents.LISTED_MAX; i++) {
            events().record(
                            person.user(),
                            AccountEvent.of(Kind.LANGUAGE_CHANGED, now.minusSeconds(i)));
        }

        List<AccountEvent> recent = events().recent(person.user(), now);
        assertThat(recent).hasSize(AccountEvents.LISTED_MAX);
        assertThat(recent.getFirst().at()).isEqualTo(now);
    }

    // A row that its table has not removed yet is not shown any more.
    @Test
    void showsNothingThatIsTooOld() {
        events().record(person.user(), AccountEvent.of(Kind.NAME_CHANGED, now));

        assertThat(events().recent(person.user(), now.plus(AccountEvents.KEPT).plusSeconds(1)))
                .isEmpty();
    }
}
