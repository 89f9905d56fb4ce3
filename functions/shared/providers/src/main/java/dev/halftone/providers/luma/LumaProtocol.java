package dev.halftone.providers.luma;

import java.util.Set;

/** The names of the Agents API (https://docs.agents.lumalabs.ai). */
final class LumaProtocol {

    static final String NAME = "luma";

    static final String SCHEME = "Bearer";
    static final String GENERATIONS = "/generations";
    static final String ID = "id";
    static final String STATE = "state";
    static final String OUTPUT = "output";
    static final String FAILURE_CODE = "failure_code";
    static final String DETAIL = "detail";

    // "queued" and "processing" come before; a state that is no end is on the way.
    static final String COMPLETED = "completed";
    static final String FAILED = "failed";

    // https://docs.agents.lumalabs.ai/guides/error-handling
    static final String CONTENT_MODERATED = "content_moderated";
    static final Set<String> INPUT_CODES =
            Set.of("image_too_large", "unsupported_format", "corrupt_input", "invalid_request");

    // https://docs.agents.lumalabs.ai/guides/rate-limits: too many a minute, or too many at once.
    static final String TOO_MANY_AT_ONCE = "concurrent";

    private LumaProtocol() {}
}
