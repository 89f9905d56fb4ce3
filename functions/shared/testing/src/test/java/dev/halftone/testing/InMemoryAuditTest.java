package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.audit.Finding;
import dev.halftone.core.audit.Findings;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Legs;
import dev.halftone.core.seal.Head;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryAuditTest extends AuditContract {

    private final InMemoryStudio studio = new InMemoryStudio();
    private final InMemoryFindings findings = new InMemoryFindings();

    @Override
    protected StudioPorts ports() {
        return studio.ports();
    }

    @Override
    protected SealPorts seals() {
        return studio.seals();
    }

    @Override
    protected Findings findings() {
        return findings;
    }

    @Override
    protected Vandal vandal(AccountId account) {
        return new Hand();
    }

    /** Protects: a long chain is followed in pages, and later only from where it was right. */
    @Test
    void goesOnWhereALongChainWasRightLast() {
        prepare();
        for (int round = 0; round < 600; round++) {
            FreezeCause cause = new FreezeCause("dispute:" + round);
            studio.corrections().freeze(person.account(), cause, person.now());
            studio.corrections().thaw(person.account(), cause, person.now());
        }
        sealAndSign();
        assertThat(audit()).isEmpty();
        assertThat(isDue()).isFalse();
        grant(person.gift(7, 3));
        sealAndSign();
        vandal(person.account()).lose(line(JournalEntry.Kind.GRANT));

        assertThat(audit()).extracting(Finding::kind).containsExactly(Finding.Kind.LINE_MISSING);
    }

    private final class Hand implements Vandal {

        @Override
        public void spend(long credits) {
            Account account = account();
            Legs balances =
                    account.balances().and(Balance.USED, credits).and(Balance.GIVEN, -credits);
            rewrite(account, balances, account.buckets(), account.entries());
        }

        @Override
        public void fill(GrantId bucket, long credits) {
            Account account = account();
            List<Bucket> buckets =
                    account.buckets().stream()
                            .map(
                                    each ->
                                            each.grant().equals(bucket)
                                                    ? each.holding(
                                                            each.remaining()
                                                                    .plus(new Credits(credits)))
                                                    : each)
                            .toList();
            rewrite(account, account.balances(), buckets, account.entries());
        }

        @Override
        public void count(long lines) {
            Account account = account();
            rewrite(account, account.balances(), account.buckets(), account.entries() + lines);
        }

        private void rewrite(Account account, Legs balances, List<Bucket> buckets, long entries) {
            studio.rewrite(
                    new Account(
                            account.id(),
                            balances,
                            buckets,
                            account.waiting(),
                            account.freezes(),
                            entries));
        }

        @Override
        public void rewrite(JournalEntry entry, String reason) {
            studio.rewrite(Tampering.reason(entry, reason));
        }

        @Override
        public void lose(JournalEntry entry) {
            studio.lose(entry.account(), entry.key());
        }

        @Override
        public void add(JournalEntry entry) {
            studio.rewrite(entry);
        }

        @Override
        public void forge(long number, String hash) {
            List<Chains.Link> links = chain().links;
            int index = (int) number - 1;
            links.set(index, new Chains.Link(links.get(index).key(), hash));
        }

        @Override
        public void cut(long number) {
            chain().links.remove((int) number - 1);
        }

        @Override
        public void moveHead(Head head) {
            chain().head = head;
        }

        /** In memory everything is an object, so it is the amount that does not fit. */
        @Override
        public void garble() {
            Account account = account();
            List<Bucket> buckets =
                    account.buckets().stream()
                            .map(each -> each.holding(new Credits(Long.MAX_VALUE)))
                            .toList();
            rewrite(account, account.balances(), buckets, account.entries());
        }

        private Chains.Chain chain() {
            return studio.chains.of(person.account());
        }
    }
}
