package dev.halftone.providers.moderation;

import java.time.Duration;

/** The names and numbers of the endpoint, each group with the page that states it. */
final class ModerationProtocol {

    static final String NAME = "moderation";

    // https://platform.openai.com/docs/api-reference/moderations/create
    static final String MODERATIONS = "/moderations";
    static final String MODEL = "model";
    static final String INPUT = "input";
    static final String RESULTS = "results";
    static final String CATEGORIES = "categories";

    // A person waits for this at every click; it usually takes a fifth of a second.
    static final Duration CONNECT = Duration.ofSeconds(2);
    static final Duration ANSWER = Duration.ofSeconds(3);

    private ModerationProtocol() {}
}
