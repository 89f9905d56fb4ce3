package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.AdmitOutcome;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.GrantState;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.ledger.LineGroup;
import dev.halftone.core.ledger.ReadStatement;
import dev.halftone.core.ledger.Statement;
import dev.halftone.core.ledger.StatementFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Protects: a filter that almost nothing passes costs one call no more than any other. */
class BoundedStatementTest {
    private static final int ENTRIES = 1_200;
    private static final int READ_MAX = 500;

    private final Person person = Person.fresh();
    private final CountedLedger ledger = new CountedLedger(new InMemoryStudio().ledger());
    private final StatementFilter welcomeOnly =
            new StatementFilter(LineGroup.GRANTS, null, null, Samples.NOW.plusMillis(1));

    BoundedStatementTest() {
        ledger.grant(person.welcome(25));
        Instant end = Samples.NOW.plus(Duration.ofDays(300));
        for (int number = 1; number < ENTRIES; number++) {
            ledger.grant(person.reward(number, 1, end));
        }
        ledger.read = 0;
    }

    @Test
    void endsAPageEarlyInsteadOfReadingOn() {
        Statement page = page(null);

        assertThat(page.lines()).isEmpty();
        assertThat(page.nextCursor()).isNotNull();
        assertThat(ledger.read).isLessThanOrEqualTo(READ_MAX);
    }

    @Test
    void findsTheLineAllTheSameWithTheBalanceItLeft() {
        Statement second = page(page(null).nextCursor());
        Statement third = page(second.nextCursor());

        assertThat(third.lines()).singleElement().matches(line -> line.availableAfter() == 25);
        assertThat(third.nextCursor()).isNull();
    }

    @Test
    void readsNothingThatIsOlderThanWhatIsWanted() {
        StatementFilter newest =
                new StatementFilter(null, null, Samples.NOW.plusSeconds(ENTRIES - 10), null);

        Statement page = new ReadStatement(ledger).read(person.account(), newest, 50, null);

        assertThat(page.lines()).hasSize(10);
        assertThat(page.nextCursor()).isNull();
        assertThat(ledger.read).isLessThanOrEqualTo(100);
    }

    private Statement page(@Nullable String cursor) {
        return new ReadStatement(ledger).read(person.account(), welcomeOnly, 10, cursor);
    }

    /** Counts the entries that were read. */
    private static final class CountedLedger implements Ledger {
        private final Ledger ledger;
        private int read;

        CountedLedger(Ledger ledger) {
            this.ledger = ledger;
        }

        @Override
        public Page<JournalEntry> journal(AccountId account, int limit, @Nullable String cursor) {
            Page<JournalEntry> page = ledger.journal(account, limit, cursor);
            read += page.items().size();
            return page;
        }

        @Override
        public Optional<Account> account(AccountId id) {
            return ledger.account(id);
        }

        @Override
        public GrantOutcome grant(Grant grant) {
            return ledger.grant(grant);
        }

        @Override
        public Optional<GrantState> grant(AccountId account, GrantId grant) {
            return ledger.grant(account, grant);
        }

        @Override
        public AdmitOutcome admit(AccountId account, Instant at) {
            return ledger.admit(account, at);
        }
    }
}
