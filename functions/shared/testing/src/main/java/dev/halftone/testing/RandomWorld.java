package dev.halftone.testing;

import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.BalanceSheet;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** What the parts of one random run share: the store, whose account it is, the dice, the time. */
final class RandomWorld {

    final StudioPorts ports;
    final Person person;
    final SplittableRandom random;
    final Set<Class<?>> outcomes = new HashSet<>();
    Instant now;
    boolean poor;
    // The simplest possible ledger: sums of what the outcomes said.
    long granted;
    long pending;
    long used;
    long revoked;

    RandomWorld(StudioPorts ports, Person person, long seed) {
        this.ports = ports;
        this.person = person;
        this.random = new SplittableRandom(seed);
        this.now = person.now();
    }

    Account account() {
        return ports.ledger()
                .account(person.account())
                .orElseGet(() -> Account.empty(person.account()));
    }

    /** Holds at any moment of any run. */
    void check() {
        Account account = account();
        Conservation.check(account);
        Conservation.check(BalanceSheet.of(account, now));
        Conservation.equal("granted", granted, account.granted().amount());
        Conservation.equal("pending", pending, account.pending().amount());
        Conservation.equal("used", used, account.used().amount());
        Conservation.equal("revoked", revoked, account.balance(Balance.REVOKED).amount());
    }

    <T> T anyOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    <T> T heard(T outcome) {
        outcomes.add(outcome.getClass());
        return outcome;
    }

    long credits(int most) {
        return 1 + random.nextLong(most);
    }

    /** Once in so many times. */
    boolean rarely(int times) {
        return random.nextInt(times) == 0;
    }
}
