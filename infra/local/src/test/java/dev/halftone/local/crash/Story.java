package dev.halftone.local.crash;

import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.core.generation.GenerationState.Succeeded;

/**
 * What happens in a run if nothing goes wrong.
 *
 * @param maker who makes the picture
 * @param losesFirstMessage so that only the sweep finds the generation
 * @param cancels whether the visitor wants to stop as soon as it is accepted
 * @param twice whether every event reaches two environments at the same moment
 * @param end how the generation ends
 */
record Story(
        Maker maker,
        StubFal.Mood mood,
        boolean losesFirstMessage,
        boolean cancels,
        boolean twice,
        Class<? extends GenerationState> end) {

    static final Story DELIVERED = of(Maker.FAL);
    static final Story MODERATED =
            new Story(Maker.FAL, StubFal.Mood.MODERATES, false, false, false, Failed.class);
    static final Story FORGOTTEN =
            new Story(Maker.FAL, StubFal.Mood.MAKES, true, false, false, Succeeded.class);
    static final Story CANCELLED =
            new Story(Maker.FAL, StubFal.Mood.DAWDLES, false, true, false, Failed.class);

    static final Story UNANSWERED =
            new Story(Maker.FAL, StubFal.Mood.MAKES, false, false, false, Failed.class);

    static final Story DELIVERED_AT_ONCE = of(Maker.OPENAI);
    static final Story MODERATED_AT_ONCE =
            new Story(Maker.OPENAI, StubFal.Mood.MODERATES, false, false, false, Failed.class);

    /** Its provider takes the order, and the answer is lost; a list shows what it has. */
    static final Story FOUND_IN_A_LIST = of(Maker.GMI);

    /** The same, but for a list that shows nothing. */
    static final Story FOUND_IN_NO_LIST = of(Maker.FORGETFUL_GMI);

    /** Its provider keeps everything until it is asked to erase it. */
    static final Story ERASED = of(Maker.DREAM_MACHINE);

    /** The same, but for a provider that says that it erases, and does not. */
    static final Story NEVER_ERASED = of(Maker.HOARDING_DREAM_MACHINE);

    /** Who makes pictures: OpenAI in one call, all others are polled. */
    enum Maker {
        FAL("nano-banana-pro", "1K"),
        GMI("seedream-5-lite", "2K"),
        FORGETFUL_GMI("seedream-5-lite", "2K"),
        DREAM_MACHINE("photon-1", "1K"),
        HOARDING_DREAM_MACHINE("photon-1", "1K"),
        OPENAI("gpt-image-2.5", "1K");

        final String model;
        final String resolution;

        Maker(String model, String resolution) {
            this.model = model;
            this.resolution = resolution;
        }

        /** Whether a list can show what became of an order, so that none is given twice. */
        boolean isListed() {
            return this != FAL && this != OPENAI;
        }
    }

    private static Story of(Maker maker) {
        return new Story(maker, StubFal.Mood.MAKES, false, false, false, Succeeded.class);
    }

    Story doubled() {
        return new Story(maker, mood, losesFirstMessage, cancels, true, end);
    }
}
