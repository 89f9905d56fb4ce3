package dev.halftone.providers.google;

import java.time.Duration;
import java.util.Set;

/** The names and numbers of Google's protocols, each group with the page that states it. */
final class GoogleProtocol {

    static final String GEMINI = "gemini";
    static final String VERTEX = "vertex";

    // https://ai.google.dev/api/generate-content
    static final String MODELS = "/v1beta/models/";
    static final String ONE_MODEL = "/v1beta/models?pageSize=1";
    static final String GENERATE = ":generateContent";
    static final String API_KEY = "x-goog-api-key";
    static final String CANDIDATES = "candidates";
    static final String CONTENT = "content";
    static final String PARTS = "parts";
    static final String THOUGHT = "thought";
    static final String DATA = "data";
    // What a model remembers of its thoughts, for a next turn: as long as a picture, and not for
    // us.
    static final Set<String> UNREAD = Set.of("thoughtSignature", "thought_signature");
    static final String FINISH_REASON = "finishReason";
    static final String PROMPT_FEEDBACK = "promptFeedback";
    static final String BLOCK_REASON = "blockReason";
    static final String RESPONSE_ID = "responseId";
    static final String USAGE = "usageMetadata";
    static final String STOP = "STOP";
    // Safety rules, of the prompt or the picture; "recitation" is what resembles a known work.
    static final Set<String> BLOCKED =
            Set.of(
                    "SAFETY",
                    "PROHIBITED_CONTENT",
                    "BLOCKLIST",
                    "SPII",
                    "IMAGE_SAFETY",
                    "IMAGE_PROHIBITED_CONTENT",
                    "MODEL_ARMOR",
                    "RECITATION",
                    "IMAGE_RECITATION");
    // The model stopped for reasons of its own.
    static final Set<String> BROKEN_OFF = Set.of("OTHER", "IMAGE_OTHER", "MAX_TOKENS");

    // https://docs.cloud.google.com/vertex-ai/docs/reference/rest: hosts of regions.
    static final String GLOBAL = "global";
    static final Set<String> MULTI_REGIONS = Set.of("us", "eu");

    // https://developers.google.com/identity/protocols/oauth2/service-account and
    // https://cloud.google.com/iam/docs/reference/sts/rest
    static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";
    static final Duration ASSERTION_LIFETIME = Duration.ofHours(1);
    static final Duration TOKEN_MARGIN = Duration.ofMinutes(5);
    // How long each step to a token may take: to wait for another's, to ask for one, and to ask to
    // act for an account.
    static final Duration TOKEN_STEP = Duration.ofSeconds(10);
    static final int TOKEN_STEPS = 3;

    // A 4K picture takes a minute; what takes three will not come.
    static final Duration CALL_TIMEOUT = Duration.ofMinutes(3);

    private GoogleProtocol() {}
}
