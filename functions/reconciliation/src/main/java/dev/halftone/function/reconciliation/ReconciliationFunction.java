package dev.halftone.function.reconciliation;

import dev.halftone.core.ledger.SweepExpiries;
import dev.halftone.core.privacy.LogField;
import dev.halftone.lambda.ScheduledFunction;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books what has expired. */
final class ReconciliationFunction {
    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationFunction.class);

    private ReconciliationFunction() {}

    static ScheduledFunction of(ReconciliationPorts ports) {
        SweepExpiries expiries = new SweepExpiries(ports.expiries(), ports.ledger());
        return new ScheduledFunction(
                scheduled -> report(expiries.sweep(earlier(scheduled, ports.clock().instant()))));
    }

    /** A tick that comes late books for its own hour; none books the future. */
    private static Instant earlier(Instant scheduled, Instant now) {
        return scheduled.isBefore(now) ? scheduled : now;
    }

    private static void report(int booked) {
        if (booked > 0) {
            LOG.atInfo().addKeyValue(LogField.COUNT.key(), booked).log("Expiries were booked");
        }
    }
}
