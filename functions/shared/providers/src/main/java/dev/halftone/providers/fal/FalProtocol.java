package dev.halftone.providers.fal;

import java.time.Duration;
import java.util.Set;

/** The names and numbers of fal.ai's protocol, each group with the page that states it. */
final class FalProtocol {

    static final String NAME = "fal";

    // https://docs.fal.ai/model-endpoints/queue
    static final String REQUESTS = "/requests/";
    static final String STATUS_SUFFIX = "/status";
    static final String CANCEL_SUFFIX = "/cancel";
    static final String NOBODYS_WORK =
            "/fal-ai/flux" + REQUESTS + "00000000-0000-4000-8000-000000000000" + STATUS_SUFFIX;
    static final String LOGS_NONE = "logs=0";
    static final String WEBHOOK_PARAMETER = "fal_webhook";
    static final String REQUEST_ID = "request_id";
    static final String STATUS_URL = "status_url";
    static final String RESPONSE_URL = "response_url";
    static final String CANCEL_URL = "cancel_url";
    static final String STATUS = "status";
    static final String IN_QUEUE = "IN_QUEUE";
    static final String COMPLETED = "COMPLETED";
    static final String QUEUE_POSITION = "queue_position";
    // Endpoints of these namespaces have an owner and an app after it.
    static final Set<String> NAMESPACES = Set.of("workflows", "comfy");

    // https://fal.ai/docs/documentation/model-apis/inference/queue and "Platform Headers":
    // nothing of the request is kept, media lives one hour, and no other model answers instead.
    static final String SCHEME = "Key";
    static final String STORE_IO = "X-Fal-Store-IO";
    static final String STORE_IO_OFF = "0";
    static final String OBJECT_LIFECYCLE = "X-Fal-Object-Lifecycle-Preference";
    static final Duration RESULT_LIFE = Duration.ofHours(1);
    static final String EXPIRATION =
            "{\"expiration_duration_seconds\":" + RESULT_LIFE.toSeconds() + "}";
    static final String DISABLE_FALLBACK = "x-app-fal-disable-fallback";

    // https://docs.fal.ai/errors and https://fal.ai/docs/documentation/model-apis/request-errors
    static final String ERROR = "error";
    static final String ERROR_TYPE = "error_type";
    static final String ERROR_TYPE_HEADER = "X-Fal-Error-Type";
    static final String DETAIL = "detail";
    static final String TYPE = "type";
    // Where in the order an error lies: "body", then the field.
    static final String PLACE = "loc";
    static final String ORDER = "body";
    static final String PAYLOAD = "payload";
    static final String CONTENT_POLICY_VIOLATION = "content_policy_violation";
    static final String NO_MEDIA_GENERATED = "no_media_generated";
    // Soft moderation of the flux family: a success whose picture is blank.
    static final String NSFW_CONCEPTS = "has_nsfw_concepts";

    // https://docs.fal.ai/model-endpoints/webhooks
    static final String HEADER_REQUEST_ID = "x-fal-webhook-request-id";
    static final String HEADER_USER_ID = "x-fal-webhook-user-id";
    static final String HEADER_TIMESTAMP = "x-fal-webhook-timestamp";
    static final String HEADER_SIGNATURE = "x-fal-webhook-signature";
    static final Duration SKEW_MAX = Duration.ofMinutes(5);

    private FalProtocol() {}
}
