package dev.halftone.core.generation;

import dev.halftone.core.catalogue.InputRole;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for beside a prompt and a form, as far as the model takes it.
 *
 * @param negativePrompt what is not wanted
 * @param seed 0 to {@link #SEED_MAX}; of a model that takes one it is never {@code null}, for what
 *     was not given was drawn
 * @param inputs in the order in which the provider gets them: references as they were given, then
 *     the first frame or the film, then the sound
 * @param watermark whether the maker's visible mark is wanted
 * @param direction how it is to look, whatever it shows: the provider gets it with the prompt
 * @param originalPrompt the person's own words, of which a language model wrote the prompt; kept
 *     with it, and told to nobody who makes it
 * @param guidance what it took from its owner's library: the provider gets it with the prompt
 */
public record Settings(
        @Nullable String negativePrompt,
        @Nullable Integer seed,
        List<Input> inputs,
        boolean watermark,
        @Nullable String direction,
        @Nullable String originalPrompt,
        Guidance guidance) {

    /** What every provider's endpoint understands: 31 bits. */
    public static final int SEED_MAX = Integer.MAX_VALUE;

    /** As much as any model that writes prompts takes, and any that is offered takes of one. */
    public static final int ORIGINAL_CHARACTERS_MAX = 4_000;

    public static final Settings NONE = new Settings(null, null, List.of(), false, null);

    /** Of a prompt that is the person's own, and takes nothing from a library. */
    public Settings(
            @Nullable String negativePrompt,
            @Nullable Integer seed,
            List<Input> inputs,
            boolean watermark,
            @Nullable String direction) {
        this(negativePrompt, seed, inputs, watermark, direction, null, Guidance.NONE);
    }

    public Settings {
        inputs = List.copyOf(inputs);
        if (seed != null && seed < 0) {
            throw new IllegalArgumentException("A seed is not negative");
        }
    }

    /** The same for a model that takes a seed: one that was not given is drawn from the id. */
    Settings seeded(GenerationId generation) {
        return seed == null ? withSeed(drawn(generation)) : this;
    }

    /** The same with that seed. */
    public Settings withSeed(int chosen) {
        return new Settings(
                negativePrompt, chosen, inputs, watermark, direction, originalPrompt, guidance);
    }

    /** The same with that guidance. */
    public Settings guidedBy(Guidance given) {
        return new Settings(
                negativePrompt, seed, inputs, watermark, direction, originalPrompt, given);
    }

    /** The seed of a generation for which nobody chose one: the first 31 bits of its id. */
    public static int drawn(GenerationId generation) {
        String digits = generation.value().substring("gen_".length());
        return Integer.parseUnsignedInt(digits.substring(0, 8), 16) & SEED_MAX;
    }

    /** The one file of a role of which there is at most one. */
    public Optional<Input> input(InputRole role) {
        return inputs.stream().filter(each -> each.role() == role).findFirst();
    }

    /** The pictures that were brought along, in their order. */
    public List<Input> references() {
        return inputs.stream().filter(each -> each.role().isReference()).toList();
    }
}
