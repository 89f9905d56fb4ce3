package dev.halftone.function.reconciliation;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.audit.AuditLedger;
import dev.halftone.core.audit.AuditLedger.Audited;
import dev.halftone.core.ledger.SweepExpiries;
import dev.halftone.core.payment.ReconcilePayments;
import dev.halftone.core.payment.ReconcilePayments.Reconciled;
import dev.halftone.core.privacy.LogField;
import dev.halftone.lambda.ScheduledFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books what has expired, heals what was paid unheard, and audits what changed. */
final class ReconciliationFunction {
    static final String DIFFERENCES = "ledger_audit_differences";
    static final String MISMATCH = "payment_mismatch";

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationFunction.class);

    // Two minutes less than the function may run: the account that is being audited is finished.
    private static final Duration RUN_MAX = Duration.ofMinutes(8);
    // The rest is left for the audit.
    private static final Duration PAYMENTS_MAX = Duration.ofMinutes(4);
    // No tick is delivered that is older than this; one that says so is none to ask anybody for.
    private static final Duration TICK_AGE_MAX = Duration.ofHours(1);

    private final ReconciliationPorts ports;
    private final SweepExpiries expiries;
    private final ReconcilePayments payments;
    private final AuditLedger audit;

    private ReconciliationFunction(ReconciliationPorts ports) {
        this.ports = ports;
        this.expiries = new SweepExpiries(ports.expiries(), ports.ledger());
        this.payments =
                new ReconcilePayments(
                        ports.processors(), ports.walks(), ports.applying(), ports.clock());
        this.audit =
                new AuditLedger(
                        ports.ledger(),
                        ports.seals(),
                        ports.roots(),
                        ports.checkpoints(),
                        ports.findings(),
                        ports.clock());
    }

    static ScheduledFunction of(ReconciliationPorts ports) {
        return new ScheduledFunction(new ReconciliationFunction(ports)::reconcile);
    }

    /** A part that fails keeps the others from nothing, and is not hidden. */
    private void reconcile(Instant scheduled) {
        Instant begin = ports.clock().instant();
        // A tick that comes late works for its own hour; none works ahead.
        Instant now = scheduled.isBefore(begin) ? scheduled : begin;
        DependencyFailure failure = sweep(now);
        DependencyFailure unheard = heal(now, begin);
        if (unheard != null) {
            failure = unheard;
        }
        Audited audited = audit.audit(now, begin.plus(RUN_MAX));
        report(audited);
        if (audited.failure() != null) {
            failure = audited.failure();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private @Nullable DependencyFailure sweep(Instant now) {
        try {
            int booked = expiries.sweep(now);
            if (booked > 0) {
                LOG.atInfo().addKeyValue(LogField.COUNT.key(), booked).log("Expiries were booked");
            }
            return null;
        } catch (DependencyFailure e) {
            return e;
        }
    }

    private @Nullable DependencyFailure heal(Instant now, Instant begin) {
        if (now.isBefore(begin.minus(TICK_AGE_MAX))) {
            return null;
        }
        Reconciled reconciled = payments.reconcile(now, begin.plus(PAYMENTS_MAX));
        if (reconciled.read() > 0) {
            LOG.atInfo()
                    .addKeyValue(LogField.COUNT.key(), reconciled.read())
                    .log("Payments were compared with their processors");
        }
        if (reconciled.mismatched() > 0) {
            ports.counter().accept(MISMATCH, reconciled.mismatched());
        }
        return reconciled.failure();
    }

    /** Which account it is stands in the record alone. */
    private void report(Audited audited) {
        if (audited.findings().isEmpty()) {
            return;
        }
        String kinds =
                audited.findings().stream()
                        .map(finding -> finding.kind().label())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" "));
        LOG.atError()
                .addKeyValue(LogField.COUNT.key(), audited.findings().size())
                .addKeyValue(LogField.DETAIL.key(), kinds)
                .log("The ledger was changed past its own code");
        ports.counter().accept(DIFFERENCES, audited.findings().size());
    }
}
