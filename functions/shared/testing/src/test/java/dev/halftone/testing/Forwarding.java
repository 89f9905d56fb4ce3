package dev.halftone.testing;

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
import dev.halftone.core.ledger.RefundOutcome;
import dev.halftone.core.ledger.Revocation;
import dev.halftone.core.ledger.RevokeOutcome;
import dev.halftone.core.ledger.ThawOutcome;
import dev.halftone.core.project.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ports that do what others do, for tests that change one thing about them. */
final class Forwarding {

    private Forwarding() {}

    static StudioPorts with(StudioPorts ports, Ledger ledger) {
        return new StudioPorts(
                ledger,
                ports.corrections(),
                ports.expiries(),
                ports.submissions(),
                ports.settlements(),
                ports.generations());
    }

    static StudioPorts with(StudioPorts ports, Corrections corrections) {
        return new StudioPorts(
                ports.ledger(),
                corrections,
                ports.expiries(),
                ports.submissions(),
                ports.settlements(),
                ports.generations());
    }

    static StudioPorts with(StudioPorts ports, Expiries expiries) {
        return new StudioPorts(
                ports.ledger(),
                ports.corrections(),
                expiries,
                ports.submissions(),
                ports.settlements(),
                ports.generations());
    }

    static StudioPorts with(StudioPorts ports, Submissions submissions) {
        return new StudioPorts(
                ports.ledger(),
                ports.corrections(),
                ports.expiries(),
                submissions,
                ports.settlements(),
                ports.generations());
    }

    static StudioPorts with(StudioPorts ports, Settlements settlements) {
        return new StudioPorts(
                ports.ledger(),
                ports.corrections(),
                ports.expiries(),
                ports.submissions(),
                settlements,
                ports.generations());
    }

    static StudioPorts with(StudioPorts ports, Generations generations) {
        return new StudioPorts(
                ports.ledger(),
                ports.corrections(),
                ports.expiries(),
                ports.submissions(),
                ports.settlements(),
                generations);
    }

    static class OfLedger implements Ledger {

        final Ledger ledger;

        OfLedger(StudioPorts ports) {
            this.ledger = ports.ledger();
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

        @Override
        public Page<JournalEntry> journal(AccountId account, int limit, @Nullable String cursor) {
            return ledger.journal(account, limit, cursor);
        }
    }

    static class OfCorrections implements Corrections {

        final Corrections corrections;

        OfCorrections(StudioPorts ports) {
            this.corrections = ports.corrections();
        }

        @Override
        public RefundOutcome refund(LateRefund refund) {
            return corrections.refund(refund);
        }

        @Override
        public RevokeOutcome revoke(Revocation revocation) {
            return corrections.revoke(revocation);
        }

        @Override
        public FreezeOutcome freeze(AccountId account, FreezeCause cause, Instant at) {
            return corrections.freeze(account, cause, at);
        }

        @Override
        public ThawOutcome thaw(AccountId account, FreezeCause cause, Instant at) {
            return corrections.thaw(account, cause, at);
        }
    }

    static class OfGenerations implements Generations {

        final Generations generations;

        OfGenerations(StudioPorts ports) {
            this.generations = ports.generations();
        }

        @Override
        public Optional<Generation> find(GenerationId id) {
            return generations.find(id);
        }

        @Override
        public boolean move(Generation before, Generation after, Claim claim) {
            return generations.move(before, after, claim);
        }

        @Override
        public boolean file(GenerationId id, UserId owner, @Nullable ProjectId project) {
            return generations.file(id, owner, project);
        }

        @Override
        public Page<Generation> history(
                UserId owner, HistoryFilter filter, int limit, @Nullable String cursor) {
            return generations.history(owner, filter, limit, cursor);
        }

        @Override
        public List<Due> due(int shard, Instant now, int limit) {
            return generations.due(shard, now, limit);
        }
    }
}
