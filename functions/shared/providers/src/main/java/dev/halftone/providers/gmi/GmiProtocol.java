package dev.halftone.providers.gmi;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of GMI Cloud's protocol, each group with the page that states it. */
final class GmiProtocol {

    static final String NAME = "gmi";

    // https://docs.gmicloud.ai/inference-engine/video-api-reference
    static final String SCHEME = "Bearer";
    static final String REQUESTS = "/requests";
    static final String OUR_LAST_REQUEST = REQUESTS + "?limit=1";
    static final String MODEL_ID = "model_id";
    static final String MODEL = "model";
    static final String PAYLOAD = "payload";
    static final String REQUEST_ID = "request_id";
    static final String STATUS = "status";
    static final String CREATED_AT = "created_at";
    static final String OUTCOME = "outcome";

    // The states of its own client (GMISWE/python-sdk, RequestStatus); all others are on the way.
    static final String SUCCESS = "success";
    static final String FAILED = "failed";
    static final String CANCELLED = "cancelled";

    // Where an outcome may name its files, in this order: lists of objects or texts, then fields.
    static final List<String> LISTS = List.of("media_urls", "medias");
    static final List<String> FIELDS = List.of("video_url", "image_url", "url");

    // Where a sentence about a failure may stand; no page says which.
    static final Set<String> SENTENCES =
            Set.of("error", "message", "detail", "error_message", "fail_reason", "status");

    // There is no code for it, only words of those that run the models.
    static final Pattern MODERATION =
            Pattern.compile(
                    "content.policy|policy|safety|sensitiv|moderat|prohibit|risk control"
                            + "|celebrity|public figure",
                    Pattern.CASE_INSENSITIVE);
    static final Pattern INPUT = Pattern.compile("input|prompt", Pattern.CASE_INSENSITIVE);
    static final Pattern OUTPUT = Pattern.compile("output", Pattern.CASE_INSENSITIVE);
    // What the model's own provider answered arrives as an internal error around it.
    static final Pattern WRAPPED = Pattern.compile("[Bb]ackend error \\((\\d{3})\\)");

    private GmiProtocol() {}
}
