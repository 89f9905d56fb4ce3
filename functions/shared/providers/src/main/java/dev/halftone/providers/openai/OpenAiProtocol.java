package dev.halftone.providers.openai;

import java.time.Duration;
import java.util.Set;

/** The names and numbers of OpenAI's images API, each group with the page that states it. */
final class OpenAiProtocol {

    static final String NAME = "openai";

    // https://platform.openai.com/docs/api-reference/images/create
    static final String GENERATIONS = "/images/generations";
    static final String MODELS = "/models";
    static final String EDITS = "/images/edits";
    static final String DATA = "data";
    static final String PICTURE = "b64_json";
    static final String USAGE = "usage";
    static final String INPUT_TOKENS = "input_tokens";
    static final String OUTPUT_TOKENS = "output_tokens";
    static final String REQUEST_ID = "x-request-id";
    // Sides are multiples of this, for every model since gpt-image-2.
    static final int TILE = 16;
    static final int SIDE_MAX = 3840;
    static final int RATIO_MAX = 3;
    // "auto" may cost ten times as much for one picture as for the next.
    static final String QUALITY = "medium";

    // https://platform.openai.com/docs/guides/image-generation: "up to 2 minutes" for complex
    // prompts.
    static final Duration CALL_TIMEOUT = Duration.ofMinutes(3);

    // https://platform.openai.com/docs/guides/error-codes
    static final String ERROR = "error";
    static final String CODE = "code";
    static final String TYPE = "type";
    static final String DETAILS = "moderation_details";
    static final String STAGE = "moderation_stage";
    static final String OUTPUT = "output";
    static final String CATEGORIES = "categories";
    static final Set<String> MODERATION = Set.of("moderation_blocked", "content_policy_violation");
    // Our account's money, whatever the status.
    static final Set<String> BILLING = Set.of("billing_hard_limit_reached", "insufficient_quota");
    static final String MODEL_NOT_FOUND = "model_not_found";

    private OpenAiProtocol() {}
}
