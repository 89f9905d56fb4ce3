package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.DIAGNOSTICS;
import static dev.halftone.core.privacy.Category.TECHNICAL_LOG;
import static dev.halftone.core.privacy.DataSubject.NOBODY;
import static dev.halftone.core.privacy.Kind.BOOKKEEPING;
import static dev.halftone.core.privacy.Kind.CALL;
import static dev.halftone.core.privacy.Kind.MOMENT;
import static dev.halftone.core.privacy.Kind.NUMBER;
import static dev.halftone.core.privacy.Kind.STATE;

import java.util.Arrays;
import java.util.List;

/** Log lines and metrics. */
final class Logged {

    static final List<List<Declaration>> MAP =
            List.of(
                    Arrays.stream(LogField.values()).map(LogField::declaration).toList(),
                    // What the logging library adds to each line.
                    Declarations.of(Place.LogKey::new, NOBODY, TECHNICAL_LOG)
                            .add("level", STATE, "see what matters")
                            .add("message", STATE, "say what happened")
                            .add("timestamp", MOMENT, "say when")
                            .add("error.name", STATE, "find the fault")
                            .add("error.message", STATE, "find the fault")
                            .add("error.stack", STATE, "find the fault")
                            .add("function_request_id", CALL, "follow one call")
                            .add("xray_trace_id", CALL, "follow one call")
                            .add("function_name", STATE, "find the function")
                            .add("function_arn", STATE, "find the function")
                            .add("function_version", STATE, "find the code")
                            .add("function_memory_size", NUMBER, "see what is scarce")
                            .add("cold_start", STATE, "see what is slow")
                            .add("service", STATE, "find the service")
                            .list(),
                    // Neither address nor browser: the gateway's log is about requests.
                    Declarations.of(Place.AccessLogKey::new, NOBODY, TECHNICAL_LOG)
                            .add("requestId", CALL, "follow one call")
                            .add("functionRequestId", CALL, "find it in the function's log")
                            .add("timeMillis", MOMENT, "say when")
                            .add("routeKey", STATE, "see where it failed")
                            .add("status", STATE, "see what failed")
                            .add("responseLength", NUMBER, "see what is large")
                            .add("latencyMillis", NUMBER, "see what is slow")
                            .add("integrationMillis", NUMBER, "see what is slow")
                            .add("integrationError", STATE, "see what failed")
                            .list(),
                    Declarations.of(Place.Metric::new, NOBODY, DIAGNOSTICS)
                            .add("generations_accepted", NUMBER, "see that work comes in")
                            .add("generations_overdue", NUMBER, "see that work is forgotten")
                            .add("generations_without_provider", NUMBER, "see what is out")
                            .add("ledger_audit_differences", NUMBER, "see that books were forged")
                            .add("ledger_accounts_signed", NUMBER, "see that roots are signed")
                            .add("ledger_lines_sealed", NUMBER, "see that lines are sealed")
                            .add("ledger_unsigned_seconds", NUMBER, "see that none waits long")
                            .add("generation_below_cost", NUMBER, "see what loses money")
                            .add("spend_ceiling_reached", NUMBER, "see that work is refused")
                            .add("user_spend_ceiling_reached", NUMBER, "see who is refused")
                            .add("storyboards_begun", NUMBER, "see how much is planned")
                            .add("limit_reached", NUMBER, "see whose plan is too small")
                            .add("payment_mismatch", NUMBER, "see what was not ordered")
                            .add("payment_parked", NUMBER, "see what is not understood")
                            .add("prompts_refused", NUMBER, "see how often safety says no")
                            .add("safety_check_unavailable", NUMBER, "see who cannot be asked")
                            .add("provider_cost_leak", NUMBER, "see what is paid for nothing")
                            .add("provider_failover", NUMBER, "see who is unwell")
                            .add("provider_key_refused", NUMBER, "see that a key is revoked")
                            .add("sign_in_*", NUMBER, "see that people get in")
                            .list(),
                    Declarations.of(Place.MetricDimension::new, NOBODY, DIAGNOSTICS)
                            .add("function", BOOKKEEPING, "see where")
                            .list());

    private Logged() {}
}
