package dev.halftone.testing.simulation;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.HistoryFilter;
import dev.halftone.core.generation.Settlements;
import dev.halftone.core.generation.Submissions;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.AdmitOutcome;
import dev.halftone.core.ledger.Corrections;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.ExpireOutcome;
import dev.halftone.core.ledger.Expiries;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.FreezeOutcome;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.GrantState;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.LateRefund;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.ledger.RefundOutcome;
import dev.halftone.core.ledger.Revocation;
import dev.halftone.core.ledger.RevokeOutcome;
import dev.halftone.core.ledger.ThawOutcome;
import dev.halftone.core.project.ProjectId;
import dev.halftone.testing.StudioPorts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store behind a network that fails. */
final class FaultyStore {

    private final World world;
    private final StudioPorts store;

    private FaultyStore(World world, StudioPorts store) {
        this.world = world;
        this.store = store;
    }

    static StudioPorts of(World world, StudioPorts store) {
        FaultyStore faulty = new FaultyStore(world, store);
        return new StudioPorts(
                faulty.new FaultyLedger(),
                faulty.new FaultyCorrections(),
                faulty.new FaultyExpiries(),
                faulty.new FaultySubmissions(),
                faulty.new FaultySettlements(),
                faulty.new FaultyGenerations());
    }

    /** An index that has not caught up shows any part of what is there. */
    private <T> List<T> fromIndex(List<T> all) {
        return all.isEmpty() || !world.mix.strikes(Trouble.INDEX_BEHIND)
                ? all
                : all.stream().filter(_ -> world.random.nextBoolean()).toList();
    }

    private final class FaultyLedger implements Ledger {

        @Override
        public Optional<Account> account(AccountId id) {
            return world.store("account", () -> store.ledger().account(id));
        }

        @Override
        public GrantOutcome grant(Grant grant) {
            return world.store("grant", () -> store.ledger().grant(grant));
        }

        @Override
        public Optional<GrantState> grant(AccountId account, GrantId grant) {
            return world.store("grant of", () -> store.ledger().grant(account, grant));
        }

        @Override
        public AdmitOutcome admit(AccountId account, Instant at) {
            return world.store("admit", () -> store.ledger().admit(account, at));
        }

        @Override
        public Page<JournalEntry> journal(AccountId account, int limit, @Nullable String cursor) {
            return world.store("journal", () -> store.ledger().journal(account, limit, cursor));
        }
    }

    private final class FaultyCorrections implements Corrections {

        @Override
        public RefundOutcome refund(LateRefund refund) {
            return world.store("refund", () -> store.corrections().refund(refund));
        }

        @Override
        public RevokeOutcome revoke(Revocation revocation) {
            return world.store("revoke", () -> store.corrections().revoke(revocation));
        }

        @Override
        public FreezeOutcome freeze(AccountId account, FreezeCause cause, Instant at) {
            return world.store("freeze", () -> store.corrections().freeze(account, cause, at));
        }

        @Override
        public ThawOutcome thaw(AccountId account, FreezeCause cause, Instant at) {
            return world.store("thaw", () -> store.corrections().thaw(account, cause, at));
        }
    }

    private final class FaultyExpiries implements Expiries {

        @Override
        public List<Expiries.Due> due(int shard, Instant now, int limit) {
            return fromIndex(store.expiries().due(shard, now, limit));
        }

        @Override
        public ExpireOutcome expire(AccountId account, GrantId bucket, Instant now) {
            return world.store("expire", () -> store.expiries().expire(account, bucket, now));
        }
    }

    private final class FaultySubmissions implements Submissions {

        @Override
        public Ground ground(GenerationId id, AccountId account) {
            return world.store("ground", () -> store.submissions().ground(id, account));
        }

        @Override
        public StoreOutcome accept(Generation generation, PendingTransfer transfer) {
            if (transfer.drawing().parts().size() > 1) {
                world.tally.saw(Sight.SEVERAL_BUCKETS_DRAWN);
            }
            return world.store("accept", () -> store.submissions().accept(generation, transfer));
        }
    }

    private final class FaultySettlements implements Settlements {

        @Override
        public boolean settle(Generation before, Generation after, Credits charged) {
            return world.store("settle", () -> store.settlements().settle(before, after, charged));
        }
    }

    private final class FaultyGenerations implements Generations {

        @Override
        public Optional<Generation> find(GenerationId id) {
            return world.store("find", () -> store.generations().find(id));
        }

        @Override
        public boolean move(Generation before, Generation after, Claim claim) {
            return world.store("move", () -> store.generations().move(before, after, claim));
        }

        @Override
        public boolean file(GenerationId id, UserId owner, @Nullable ProjectId project) {
            return world.store("file", () -> store.generations().file(id, owner, project));
        }

        @Override
        public Page<Generation> history(
                UserId owner, HistoryFilter filter, int limit, @Nullable String cursor) {
            return world.store(
                    "history", () -> store.generations().history(owner, filter, limit, cursor));
        }

        @Override
        public List<Generations.Due> due(int shard, Instant now, int limit) {
            return fromIndex(store.generations().due(shard, now, limit));
        }
    }
}
