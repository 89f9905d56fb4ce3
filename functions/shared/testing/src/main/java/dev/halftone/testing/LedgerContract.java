package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.Page;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Drawing;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.ReadStatement;
import dev.halftone.core.ledger.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link dev.halftone.core.ledger.Ledger} does. */
public abstract class LedgerContract extends StudioContract {

    private static final int RACERS = 16;

    @Test
    void knowsNoAccountBeforeItsFirstGrant() {
        assertThat(ports().ledger().account(person.account())).isEmpty();
        assertThat(ports().ledger().journal(person.account(), 10, null).items()).isEmpty();
    }

    @Test
    void opensTheAccountWithItsFirstGrant() {
        Grant welcome = person.welcome(25);

        assertThat(ports().ledger().grant(welcome))
                .isEqualTo(new GrantOutcome.Granted(new Credits(25)));

        Account account = account();
        assertThat(account.available()).isEqualTo(new Credits(25));
        assertThat(account.granted()).isEqualTo(new Credits(25));
        assertThat(account.pending()).isEqualTo(Credits.ZERO);
        assertThat(account.used()).isEqualTo(Credits.ZERO);
        assertThat(account.buckets()).containsExactly(welcome.bucket());
        JournalEntry line = ports().ledger().journal(person.account(), 10, null).items().getFirst();
        assertThat(line.key()).isEqualTo("GRANT#" + welcome.id().value());
        assertThat(line.legs().amounts())
                .isEqualTo(Map.of(Balance.GIVEN, -25L, Balance.AVAILABLE, 25L));
        assertThat(line.reason()).isEqualTo("welcome");
        assertThat(line.at()).isEqualTo(welcome.at());
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void grantsOnceForOneBusinessKey() {
        grant(person.welcome(25));

        assertThat(ports().ledger().grant(person.welcome(25)))
                .isEqualTo(new GrantOutcome.AlreadyGranted());

        assertThat(account().available()).isEqualTo(new Credits(25));
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void grantsOnceHoweverManyAskAtOnce() {
        List<GrantOutcome> outcomes =
                Race.run(RACERS, _ -> ports().ledger().grant(person.welcome(25)));

        assertThat(outcomes).filteredOn(GrantOutcome.Granted.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(GrantOutcome.AlreadyGranted.class::isInstance)
                .hasSize(RACERS - 1);
        assertThat(account().granted()).isEqualTo(new Credits(25));
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void losesNoGrantAmongManyThatOpenTheAccountAtOnce() {
        int racers = 4;

        Race.run(racers, number -> ports().ledger().grant(person.gift(number, 10)));

        assertThat(account().granted()).isEqualTo(new Credits(10L * racers));
        assertThat(account().buckets()).hasSize(racers);
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void refusesAGrantThatOneUpdateCouldNotName() {
        for (int number = 0; number < Drawing.PARTS_MAX; number++) {
            grant(person.gift(number, 1));
        }

        assertThat(ports().ledger().grant(person.gift(Drawing.PARTS_MAX, 1)))
                .isEqualTo(new GrantOutcome.TooManyBuckets());
        assertThat(ports().ledger().grant(person.gift(0, 1)))
                .isEqualTo(new GrantOutcome.AlreadyGranted());

        assertThat(account().granted()).isEqualTo(new Credits(Drawing.PARTS_MAX));
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void drawsFromAsManyBucketsAsAnAccountCanHave() {
        for (int number = 0; number < Drawing.PARTS_MAX; number++) {
            grant(person.gift(number, 1));
        }

        accepted(1, Drawing.PARTS_MAX);

        assertThat(account().available()).isEqualTo(Credits.ZERO);
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void clearsDrainedBucketsWithTheNextGrant() {
        grant(person.welcome(5));
        accepted(1, 5);

        grant(person.gift(1, 10));

        assertThat(account().buckets())
                .extracting(Bucket::remaining)
                .containsExactly(new Credits(10));
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void listsTheJournalNewestFirstPageByPage() {
        List<String> newestFirst = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            Grant gift = person.gift(number, 1);
            grant(gift);
            newestFirst.addFirst("GRANT#" + gift.id().value());
        }

        List<String> keys = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<JournalEntry> page = ports().ledger().journal(person.account(), 3, cursor);
            sizes.add(page.items().size());
            page.items().forEach(entry -> keys.add(entry.key()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(keys).isEqualTo(newestFirst);
        assertThat(sizes).containsExactly(3, 3, 1);
    }

    @Test
    void endsTheJournalOnAFullPage() {
        grant(person.gift(1, 1));
        grant(person.gift(2, 1));

        assertThat(ports().ledger().journal(person.account(), 2, null).nextCursor()).isNull();
    }

    @Test
    void showsNobodyElsesJournalToAForeignCursor() {
        for (int number = 0; number < 3; number++) {
            grant(person.gift(number, 1));
        }
        String cursor = ports().ledger().journal(person.account(), 1, null).nextCursor();
        Person other = Person.fresh();

        assertThat(ports().ledger().journal(other.account(), 10, cursor).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "a", "YWJj", "MTIzIzQ1Ng", "../..", "\u0000"})
    void refusesAMalformedCursor(String cursor) {
        assertThatThrownBy(() -> ports().ledger().journal(person.account(), 10, cursor))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesACursorThatNamesAnotherKindOfItem() {
        String cursor =
                Base64.getUrlEncoder()
                        .encodeToString("1793620800000#ACCOUNT".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> ports().ledger().journal(person.account(), 10, cursor))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Goal: a statement explains each balance. Method: page through it and count along. */
    @Test
    void explainsEachBalanceByTheLineBeforeIt() {
        for (int number = 0; number < 5; number++) {
            grant(person.gift(number, 10));
        }
        accepted(6, 7);
        ReadStatement reading = new ReadStatement(ports().ledger());

        List<Long> balances = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Statement statement = reading.read(person.account(), 2, cursor);
            statement.lines().forEach(line -> balances.add(line.availableAfter()));
            cursor = statement.nextCursor();
        } while (cursor != null);

        assertThat(balances).containsExactly(43L, 50L, 40L, 30L, 20L, 10L);
    }

    @Test
    void keepsAccountsApart() {
        Person other = Person.fresh();
        grant(person.welcome(25));

        grant(other.welcome(7));

        assertThat(account().available()).isEqualTo(new Credits(25));
        Conservation.audit(ports().ledger(), other.account());
    }

    /** Goal: no sum is ever rounded, neither here nor in a page. */
    @Test
    void keepsTheGreatestAmountExactly() {
        grant(person.gift(1, Account.ISSUED_MAX));

        assertThat(account().available()).isEqualTo(new Credits(Account.ISSUED_MAX));
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void refusesAGrantBeyondTheGreatestAmount() {
        grant(person.gift(1, Account.ISSUED_MAX));

        assertThat(ports().ledger().grant(person.gift(2, 1)))
                .isEqualTo(new GrantOutcome.TooManyCredits());

        assertThat(account().granted()).isEqualTo(new Credits(Account.ISSUED_MAX));
        Conservation.audit(ports().ledger(), person.account());
    }
}
