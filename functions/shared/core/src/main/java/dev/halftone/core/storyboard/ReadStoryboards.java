package dev.halftone.core.storyboard;

import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.storyboard.StoryboardView.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows storyboards. Whoever looks first after a plan was delivered takes it over: from then on the
 * storyboard needs nothing of the generation that planned it, which its owner may remove.
 */
public final class ReadStoryboards {

    // Its order follows at once; one that never came was refused, or somebody died in between.
    private static final Duration ORDERED_WITHIN = Duration.ofMinutes(1);

    private final Storyboards storyboards;
    private final Generations generations;
    private final ReadPlan readPlan;
    private final Catalogue catalogue;

    public ReadStoryboards(
            Storyboards storyboards,
            Generations generations,
            ReadPlan readPlan,
            Catalogue catalogue) {
        this.storyboards = storyboards;
        this.generations = generations;
        this.readPlan = readPlan;
        this.catalogue = catalogue;
    }

    /** All of one person's, newest first, without what was made of them. */
    public List<StoryboardView> all(UserId owner, Instant now) {
        List<Storyboard> found = storyboards.of(owner);
        Map<GenerationId, Generation> plans =
                byId(
                        found.stream()
                                .filter(each -> each.edition() == null)
                                .map(Storyboard::planning)
                                .toList());
        return found.stream()
                .map(
                        each ->
                                view(
                                        each,
                                        each.edition() == null ? plans.get(each.planning()) : null,
                                        List.of(),
                                        now))
                .toList();
    }

    public Optional<StoryboardView> one(UserId owner, StoryboardId id, Instant now) {
        return storyboards.find(owner, id).map(found -> view(found, now));
    }

    private StoryboardView view(Storyboard found, Instant now) {
        if (found.edition() == null) {
            Generation planning = generations.find(found.planning()).orElse(null);
            return view(takenOver(found, planning), planning, List.of(), now);
        }
        List<Take> takes = storyboards.takes(found.owner(), found.id());
        Map<GenerationId, Generation> made = byId(takes.stream().map(Take::generation).toList());
        return view(
                found,
                null,
                takes.stream()
                        .filter(take -> made.containsKey(take.generation()))
                        .map(
                                take ->
                                        new StoryboardView.Made(
                                                take.shot(),
                                                Objects.requireNonNull(
                                                        made.get(take.generation()))))
                        .filter(each -> !each.generation().shelf().isRemoved())
                        .toList(),
                now);
    }

    private static StoryboardView view(
            Storyboard storyboard,
            @Nullable Generation planning,
            List<StoryboardView.Made> made,
            Instant now) {
        return new StoryboardView(storyboard, state(storyboard, planning, now), planning, made);
    }

    private static State state(Storyboard storyboard, @Nullable Generation planning, Instant now) {
        if (storyboard.edition() != null) {
            return State.READY;
        }
        if (planning == null) {
            return now.isBefore(storyboard.createdAt().plus(ORDERED_WITHIN))
                    ? State.PLANNING
                    : State.FAILED;
        }
        return switch (planning.state()) {
            case GenerationState.Failed _ -> State.FAILED;
            case GenerationState.Succeeded succeeded ->
                    succeeded.media().isEmpty() ? State.FAILED : State.READY;
            case GenerationState.Accepted _,
                    GenerationState.Submitting _,
                    GenerationState.Running _,
                    GenerationState.Delivering _ ->
                    State.PLANNING;
        };
    }

    private Storyboard takenOver(Storyboard storyboard, @Nullable Generation planning) {
        if (planning == null
                || !(planning.state() instanceof GenerationState.Succeeded succeeded)
                || succeeded.media().isEmpty()) {
            return storyboard;
        }
        String document = Objects.requireNonNull(succeeded.media().getFirst().document());
        Edition planned = offered(readPlan.read(document, storyboard.plan()), storyboard);
        return switch (storyboards.edit(storyboard.owner(), storyboard.id(), planned)) {
            case Storyboards.EditOutcome.Kept kept -> kept.storyboard();
            case Storyboards.EditOutcome.Overtaken overtaken -> overtaken.latest();
            case Storyboards.EditOutcome.Unknown _ -> storyboard;
        };
    }

    /** With lengths that can be had: a plan knows no price list. */
    private Edition offered(Edition planned, Storyboard storyboard) {
        Optional<Offer.Videos> films =
                catalogue
                        .find(storyboard.form().model())
                        .map(Model::offer)
                        .filter(Offer.Videos.class::isInstance)
                        .map(Offer.Videos.class::cast);
        if (films.isEmpty()) {
            return planned;
        }
        return Edition.first(
                planned.title(),
                planned.shots().stream()
                        .map(
                                shot ->
                                        new Shot(
                                                shot.number(),
                                                shot.title(),
                                                shot.prompt(),
                                                nearest(films.get(), shot.seconds())))
                        .toList());
    }

    /** The shorter one of two that are as near. */
    private static @Nullable Integer nearest(Offer.Videos films, @Nullable Integer seconds) {
        return seconds == null
                ? null
                : films.durations().stream()
                        .map(each -> Math.toIntExact(each.toSeconds()))
                        .min(Comparator.comparing(each -> Math.abs(each - seconds)))
                        .orElse(seconds);
    }

    private Map<GenerationId, Generation> byId(List<GenerationId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : generations.all(ids).stream()
                        .collect(Collectors.toMap(Generation::id, Function.identity()));
    }
}
