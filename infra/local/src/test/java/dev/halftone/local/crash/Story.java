package dev.halftone.local.crash;

import dev.halftone.core.generation.GenerationState;

/**
 * What happens in a run if nothing goes wrong.
 *
 * @param losesFirstMessage so that only the sweep finds the generation
 * @param cancels whether the visitor wants to stop as soon as it is accepted
 * @param twice whether every event reaches two environments at the same moment
 * @param end how the generation ends
 */
record Story(
        StubFal.Mood mood,
        boolean losesFirstMessage,
        boolean cancels,
        boolean twice,
        Class<? extends GenerationState> end) {

    static final Story DELIVERED =
            new Story(StubFal.Mood.MAKES, false, false, false, GenerationState.Succeeded.class);
    static final Story MODERATED =
            new Story(StubFal.Mood.MODERATES, false, false, false, GenerationState.Failed.class);
    static final Story FORGOTTEN =
            new Story(StubFal.Mood.MAKES, true, false, false, GenerationState.Succeeded.class);
    static final Story CANCELLED =
            new Story(StubFal.Mood.DAWDLES, false, true, false, GenerationState.Failed.class);

    static final Story UNANSWERED =
            new Story(StubFal.Mood.MAKES, false, false, false, GenerationState.Failed.class);

    Story doubled() {
        return new Story(mood, losesFirstMessage, cancels, true, end);
    }
}
