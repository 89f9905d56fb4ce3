package dev.halftone.providers.hedra;

import java.time.Duration;
import java.util.Set;

/** The names of Hedra's API, version 3 (hedra-labs/hedra-cli, openapi0.json; docs of version 3). */
final class HedraProtocol {

    static final String NAME = "hedra";

    static final String SCHEME = "Key";
    static final String MODELS = "/models/";
    static final String JOBS = "/jobs/";
    static final String FILES = "/files";
    static final String PUBLIC_KEY = "/webhooks/public-key";
    static final String BALANCE = "/balance";
    static final String INPUT = "input";
    static final String WEBHOOK = "webhook";
    static final String IDEMPOTENCY_KEY = "idempotency_key";
    static final String JOB_ID = "job_id";
    static final String STATUS = "status";
    static final String OUTPUTS = "outputs";
    static final String ERROR = "error";

    // "IN_QUEUE" and "IN_PROGRESS" come before; a state that is no end is on the way.
    static final String COMPLETED = "COMPLETED";
    static final String FAILED = "FAILED";
    // Of an output only: its 48 hours are over.
    static final String EXPIRED = "EXPIRED";
    static final Duration RESULT_LIFE = Duration.ofDays(2);

    static final String CODE = "code";
    static final String RETRYABLE = "retryable";
    static final String RETRY_AFTER = "retry_after";
    static final String MODERATION_FAILED = "MODERATION_FAILED";
    static final Set<String> INPUT_CODES = Set.of("INVALID_ARGUMENT", "FAILED_PRECONDITION");
    // The same order is being taken at this moment: nothing is known yet.
    static final Set<String> AT_THE_SAME_TIME = Set.of("ALREADY_IN_PROGRESS", "ALREADY_EXISTS");

    // https://www.hedra.com/docs/pages/developer/v3/webhooks
    static final String HEADER_ID = "x-hedra-webhook-id";
    static final String HEADER_TIMESTAMP = "x-hedra-webhook-timestamp";
    static final String HEADER_EVENT = "x-hedra-webhook-event";
    static final String HEADER_REDELIVERY = "x-hedra-webhook-redelivery";
    static final String HEADER_SIGNATURE = "x-hedra-webhook-signature";
    static final Set<String> EVENTS = Set.of("job.completed", "job.failed");
    static final Duration SKEW_MAX = Duration.ofMinutes(5);

    private HedraProtocol() {}
}
