package dev.halftone.core.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model takes beside a prompt and a form. Whether its films have sound is in its {@link
 * Offer}, for that has a price.
 *
 * @param negativePromptCharactersMax how much may be said of what is not wanted; 0 if it takes none
 * @param seed whether the same seed gives the same result
 * @param references which pictures may be brought along; {@code null} if none
 * @param watermark where the maker's visible mark stands, if it is wanted; {@code null} if nobody
 *     can choose
 * @param firstFrame whether a film may begin with a given picture
 * @param speech whether a given sound is to be spoken, which must then be there, and so must who
 *     speaks
 * @param film whether who speaks is seen in a given film instead of a picture: the result has the
 *     shape, size and length of that, and no words change it
 */
public record Takes(
        int negativePromptCharactersMax,
        boolean seed,
        @Nullable References references,
        @Nullable Corner watermark,
        boolean firstFrame,
        boolean speech,
        boolean film) {

    /** Nothing but a prompt and a form. */
    public static final Takes NOTHING = new Takes(0, false, null, null, false, false);

    /** Where nobody speaks in a given film. */
    public Takes(
            int negativePromptCharactersMax,
            boolean seed,
            @Nullable References references,
            @Nullable Corner watermark,
            boolean firstFrame,
            boolean speech) {
        this(negativePromptCharactersMax, seed, references, watermark, firstFrame, speech, false);
    }

    /** The most that is sent to a provider with one order: each is fetched and sent once more. */
    public static final int REFERENCES_MAX = 8;

    /**
     * Pictures that may be brought along.
     *
     * @param max how many, all roles together
     * @param roles what they may be to the work; the first is what one without a role is
     */
    public record References(int max, List<InputRole> roles) {

        public References {
            roles = roles.stream().distinct().toList();
            boolean several = roles.stream().allMatch(InputRole::isReference);
            if (max < 1 || max > REFERENCES_MAX || roles.isEmpty() || !several) {
                throw new IllegalArgumentException(
                        "A model takes 1 to " + REFERENCES_MAX + " references, each for something");
            }
        }
    }

    public Takes {
        if (negativePromptCharactersMax < 0) {
            throw new IllegalArgumentException("Nobody says less than nothing");
        }
        if (speech ? firstFrame == film : film) {
            throw new IllegalArgumentException(
                    "Somebody has to speak, in a picture or in a film, and nobody is silent in"
                            + " one");
        }
    }
}
