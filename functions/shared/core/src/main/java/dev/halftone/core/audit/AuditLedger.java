package dev.halftone.core.audit;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.seal.Checkpoints;
import dev.halftone.core.seal.DueHead;
import dev.halftone.core.seal.DueHead.Stage;
import dev.halftone.core.seal.Roots;
import dev.halftone.core.seal.Seals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Audits the accounts whose chains grew since they were audited last. One that differs stays due,
 * so that it is found again until somebody has put it right; what is not reached stays due, too.
 */
public final class AuditLedger {

    private static final int PAGE = 100;
    private static final int LINES_PAGE = 200;
    private static final long TURN_SECONDS = Duration.ofHours(1).toSeconds();

    private final Seals seals;
    private final Checkpoints checkpoints;
    private final Findings findings;
    private final AuditAccount accounts;
    private final Clock clock;

    public AuditLedger(
            Ledger ledger,
            Seals seals,
            Roots roots,
            Checkpoints checkpoints,
            Findings findings,
            Clock clock) {
        this.seals = seals;
        this.checkpoints = checkpoints;
        this.findings = findings;
        this.accounts = new AuditAccount(ledger, seals, roots, checkpoints, LINES_PAGE);
        this.clock = clock;
    }

    /**
     * What a run did.
     *
     * @param accounts how many were compared
     * @param findings everything that differs, also what was found before
     * @param failure why an account could not be compared, the last of several
     */
    public record Audited(
            int accounts, List<Finding> findings, @Nullable DependencyFailure failure) {

        public Audited {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Audits what waits since {@code now} or longer, and begins no further account once {@code end}
     * is over. An account that cannot be compared keeps no other from it.
     */
    public Audited audit(Instant now, Instant end) {
        Run run = new Run(now, end);
        // Each in turn is the first, so that none is always what a run does not reach.
        int first = Math.floorMod(now.getEpochSecond() / TURN_SECONDS, Seals.SHARDS);
        for (int shard = 0; shard < Seals.SHARDS; shard++) {
            run.audit((first + shard) % Seals.SHARDS);
        }
        return new Audited(run.accounts, run.found, run.failure);
    }

    private final class Run {

        private final Instant now;
        private final Instant end;
        private final List<Finding> found = new ArrayList<>();
        private int accounts = 0;
        private @Nullable DependencyFailure failure = null;

        private Run(Instant now, Instant end) {
            this.now = now;
            this.end = end;
        }

        private void audit(int shard) {
            List<DueHead> page = List.of();
            do {
                DueHead last = page.isEmpty() ? null : page.getLast();
                page = seals.due(Stage.AUDIT, shard, PAGE, last);
                for (DueHead due : page) {
                    if (due.since().isAfter(now) || !clock.instant().isBefore(end)) {
                        return;
                    }
                    audit(due);
                }
            } while (page.size() == PAGE);
        }

        private void audit(DueHead due) {
            try {
                settle(accounts().audit(due, now));
                accounts++;
            } catch (DependencyFailure e) {
                failure = e;
            }
        }

        private AuditAccount accounts() {
            return AuditLedger.this.accounts;
        }

        private void settle(AuditOutcome outcome) {
            switch (outcome) {
                case AuditOutcome.Sound sound -> {
                    checkpoints.audited(sound.checkpoint());
                    seals.audited(sound.checkpoint().head());
                }
                case AuditOutcome.Unfinished unfinished ->
                        checkpoints.audited(unfinished.checkpoint());
                case AuditOutcome.Differs differs -> {
                    found.add(differs.finding());
                    findings.keep(differs.finding(), now);
                }
            }
        }
    }
}
