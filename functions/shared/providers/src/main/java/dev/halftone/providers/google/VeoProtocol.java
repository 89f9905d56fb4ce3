package dev.halftone.providers.google;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The names and numbers of Veo's protocol on Vertex AI, each group with the page that states it.
 */
final class VeoProtocol {

    static final String NAME = "vertex-veo";

    // https://docs.cloud.google.com/vertex-ai/generative-ai/docs/model-reference/veo-video-generation
    static final String START = ":predictLongRunning";
    static final String ASK = ":fetchPredictOperation";
    static final String OPERATION_NAME = "operationName";
    static final String OPERATIONS = "/operations/";
    static final Pattern OPERATION =
            Pattern.compile("projects/[^ ]{1,300}/operations/([\\w-]{1,100})");
    static final String DONE = "done";
    static final String RESPONSE = "response";
    static final String VIDEOS = "videos";
    static final String FILM = "bytesBase64Encoded";
    static final String FILTERED = "raiMediaFilteredCount";
    static final String FILTERED_WHY = "raiMediaFilteredReasons";

    // https://docs.cloud.google.com/vertex-ai/generative-ai/docs/video/responsible-ai-and-usage-guidelines
    // There is no code for it: such sentences alone bring a number that support knows.
    static final Pattern MODERATION = Pattern.compile("[Ss]upport codes?: ?(\\d{1,20})");

    // A film of half a minute in 4K, with a third on top for its base64.
    static final Duration COPY_TIMEOUT = Duration.ofSeconds(60);

    private VeoProtocol() {}
}
