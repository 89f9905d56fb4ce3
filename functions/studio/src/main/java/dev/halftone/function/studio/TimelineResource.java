package dev.halftone.function.studio;

import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.Redaction;
import dev.halftone.core.generation.Rule;
import dev.halftone.core.generation.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a generation and its credits, as its owner sees it.
 *
 * @param credits its price
 * @param steps in order, by the clocks of the machines that took them
 * @param stepsLeftOut how many in the middle are no longer known
 */
record TimelineResource(
        String generation,
        String model,
        long credits,
        String priceVersion,
        List<StepResource> steps,
        int stepsLeftOut) {

    /**
     * A step.
     *
     * @param provider whom it happened with
     * @param why an attempt came to nothing
     * @param credits by how much it changed what can be spent
     */
    record StepResource(
            String kind,
            Instant at,
            @Nullable String provider,
            @Nullable String why,
            long credits,
            @Nullable RuleResource rule) {}

    /**
     * By which rule the credits ended.
     *
     * @param effect charged, returned or none
     */
    record RuleResource(int number, String effect, String sentence) {

        static RuleResource of(Rule rule) {
            return new RuleResource(
                    rule.number(), rule.effect().name().toLowerCase(Locale.ROOT), rule.sentence());
        }
    }

    TimelineResource {
        steps = List.copyOf(steps);
    }

    static TimelineResource of(Generation generation, Catalogue catalogue) {
        Timeline timeline = Timeline.of(generation, Redaction.OWNER, catalogue);
        return new TimelineResource(
                generation.id().value(),
                generation.request().model(),
                generation.price().credits().amount(),
                generation.price().version(),
                timeline.entries().stream().map(TimelineResource::step).toList(),
                timeline.leftOut());
    }

    private static StepResource step(Timeline.Entry entry) {
        return new StepResource(
                entry.kind().code(),
                entry.at(),
                entry.provider(),
                entry.why(),
                entry.credits(),
                entry.rule() == null ? null : RuleResource.of(entry.rule()));
    }
}
