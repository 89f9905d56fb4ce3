package dev.halftone.providers.llm;

import java.time.Duration;
import java.util.Set;

/** The names and numbers of chat completions, each group with the page that states it. */
final class LlmProtocol {

    static final String NAME = "llm";

    // https://platform.openai.com/docs/api-reference/chat/create
    static final String COMPLETIONS = "/chat/completions";
    static final String MODELS = "/models";
    static final String ID = "id";
    static final String FINISH_REASON = "finish_reason";
    static final String LENGTH = "length";
    static final String CONTENT_FILTER = "content_filter";
    static final String REFUSAL = "refusal";
    // What vLLM and others add of a model's thoughts, which may be long.
    static final Set<String> UNREAD = Set.of("reasoning_content", "reasoning");
    static final String USAGE = "usage";
    static final String INPUT_TOKENS = "prompt_tokens";
    static final String OUTPUT_TOKENS = "completion_tokens";

    // A model that thinks writes a page in about a minute. Both tries together take no longer.
    static final Duration CALL_TIMEOUT = Duration.ofSeconds(90);

    // https://platform.openai.com/docs/guides/error-codes; the last one is Azure's.
    static final String ERROR = "error";
    static final String CODE = "code";
    static final String TYPE = "type";
    static final Set<String> MODERATION =
            Set.of("moderation_blocked", "content_policy_violation", CONTENT_FILTER);
    // Our account's money, whatever the status.
    static final Set<String> BILLING = Set.of("billing_hard_limit_reached", "insufficient_quota");
    static final String MODEL_NOT_FOUND = "model_not_found";

    private LlmProtocol() {}
}
