package dev.halftone.core.generation;

import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.ProviderEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The course of a generation as somebody may see it. It has no words of its owner's, so there is
 * one even after a removal: credits can be explained for as long as their lines are there.
 *
 * @param leftOut how many steps are no longer known
 * @param inside what only operators see; {@code null} for everybody else
 */
public record Timeline(List<Entry> entries, int leftOut, @Nullable Inside inside) {

    // Both say that nobody there could take it, which is all that its owner has to know.
    private static final String NOT_AVAILABLE = "not_available";

    /**
     * A step.
     *
     * @param provider its title for its owner, its name in the catalogue for operators
     * @param why an attempt came to nothing
     * @param credits by how much it changed what its owner can spend
     * @param rule by which the credits ended
     */
    public record Entry(
            Step.Kind kind,
            Instant at,
            @Nullable String provider,
            @Nullable String why,
            long credits,
            @Nullable Rule rule) {}

    /**
     * What operators look for.
     *
     * @param request how its provider knows it
     * @param detail what the provider said at its end, if that was not what was wanted
     * @param margin what is left of its price, once it has ended
     */
    public record Inside(
            @Nullable ProviderRequest request,
            @Nullable String detail,
            MicroDollars cost,
            @Nullable MicroDollars margin,
            List<String> declined) {
        public Inside {
            declined = List.copyOf(declined);
        }
    }

    public Timeline {
        entries = List.copyOf(entries);
    }

    public static Timeline of(Generation generation, Redaction redaction, Catalogue catalogue) {
        Map<String, ProviderEntry> providers = catalogue.providers();
        return new Timeline(
                generation.course().steps().stream()
                        .map(step -> entry(step, generation.price(), redaction, providers))
                        .toList(),
                generation.course().leftOut(),
                switch (redaction) {
                    case OWNER -> null;
                    case OPERATOR -> inside(generation);
                });
    }

    private static Entry entry(
            Step step, Price price, Redaction redaction, Map<String, ProviderEntry> providers) {
        return new Entry(
                step.kind(),
                step.at(),
                provider(step.provider(), redaction, providers),
                why(step.setback(), redaction),
                change(step, price.credits().amount()),
                step.rule());
    }

    private static @Nullable String provider(
            @Nullable String name, Redaction redaction, Map<String, ProviderEntry> providers) {
        ProviderEntry entry = name == null ? null : providers.get(name);
        return switch (redaction) {
            case OPERATOR -> name;
            case OWNER -> entry == null ? name : entry.title();
        };
    }

    private static @Nullable String why(@Nullable Setback setback, Redaction redaction) {
        if (setback == null) {
            return null;
        }
        return switch (redaction) {
            case OPERATOR -> setback.code();
            case OWNER ->
                    switch (setback) {
                        case KEY_REFUSED, NOT_OFFERED -> NOT_AVAILABLE;
                        case BUSY, OURS, NOT_AS_ASKED, NOT_STORED, PROMPT_REFUSED, RESULT_REFUSED ->
                                setback.code();
                    };
        };
    }

    private static long change(Step step, long price) {
        return switch (step.kind()) {
            case RESERVED -> -price;
            case RETURNED -> price;
            case QUOTED,
                    SUBMITTED,
                    TAKEN,
                    POSTPONED,
                    HANDED_ON,
                    MADE,
                    HELD_UP,
                    STOP_ASKED,
                    DELIVERED,
                    FAILED,
                    CHARGED,
                    GIVEN ->
                    0;
        };
    }

    private static Inside inside(Generation generation) {
        Optional<MicroDollars> margin = generation.margin();
        return new Inside(
                generation.state().providerRequest(),
                generation.state() instanceof GenerationState.Failed failed
                        ? failed.detail()
                        : null,
                generation.assignment().cost(),
                margin.orElse(null),
                generation.assignment().declined());
    }
}
