package dev.halftone.providers.llm;

import dev.halftone.providers.Recordings;
import tools.jackson.databind.json.JsonMapper;

/** What a language model says, and the answer that carries it. */
final class Texts {

    /** A document of the prompt writer's form. */
    static final String WRITTEN =
            "{\"title\":\"A lighthouse\",\"prompt\":\"A white lighthouse on a rock,"
                    + " \\\"lit\\\".\"}";

    private static final Recordings RECORDED = new Recordings("llm");

    private Texts() {}

    static String saying(String content) {
        return saying("written", content);
    }

    static String saying(String recording, String content) {
        return RECORDED.text(recording)
                .replace("\"CONTENT\"", JsonMapper.shared().writeValueAsString(content));
    }
}
