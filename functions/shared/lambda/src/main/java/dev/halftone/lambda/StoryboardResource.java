package dev.halftone.lambda;

import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.generation.GenerationWish;
import dev.halftone.core.storyboard.Edition;
import dev.halftone.core.storyboard.Shot;
import dev.halftone.core.storyboard.Storyboard;
import dev.halftone.core.storyboard.StoryboardView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A storyboard as its owner sees it; {@code /schema/storyboard.json} of the site says the same to
 * programs.
 *
 * @param state {@code planning}, {@code ready} or {@code failed}
 * @param title {@code null} until the plan is there
 * @param kind of every shot: {@code image} or {@code video}
 * @param durationSeconds of a shot that says nothing else; {@code null} for pictures
 * @param version of its shots, to be named when they are changed; 0 until the plan is there
 * @param planned how many shots were asked for
 * @param planning the generation that plans it, while there are no shots
 * @param shots in the order in which they are seen
 */
public record StoryboardResource(
        String id,
        String state,
        @Nullable String title,
        String brief,
        String kind,
        String model,
        @Nullable String aspectRatio,
        @Nullable String resolution,
        @Nullable Integer durationSeconds,
        int version,
        int planned,
        @Nullable GenerationResource planning,
        List<ShotResource> shots,
        Instant createdAt) {
    /**
     * A shot and what was made of it.
     *
     * @param number names it, wherever it stands
     * @param seconds {@code null} for a picture
     * @param generations oldest first
     */
    public record ShotResource(
            int number,
            String title,
            String prompt,
            @Nullable Integer seconds,
            List<GenerationResource> generations) {
        public ShotResource {
            generations = List.copyOf(generations);
        }
    }

    public StoryboardResource {
        shots = List.copyOf(shots);
    }

    public static StoryboardResource of(StoryboardView view, Catalogue catalogue, Locale locale) {
        Storyboard storyboard = view.storyboard();
        Edition edition = storyboard.edition();
        GenerationWish form = storyboard.form();
        return new StoryboardResource(
                storyboard.id().value(),
                view.state().name().toLowerCase(Locale.ROOT),
                edition == null ? null : edition.title(),
                storyboard.brief(),
                storyboard.plan().moving() ? "video" : "image",
                form.model(),
                form.aspectRatio(),
                form.resolution(),
                form.durationSeconds(),
                storyboard.version(),
                storyboard.plan().shots(),
                edition != null || view.planning() == null
                        ? null
                        : GenerationResource.of(view.planning(), catalogue, locale),
                edition == null
                        ? List.of()
                        : edition.shots().stream()
                                .map(shot -> shot(shot, view, catalogue, locale))
                                .toList(),
                storyboard.createdAt());
    }

    private static ShotResource shot(
            Shot shot, StoryboardView view, Catalogue catalogue, Locale locale) {
        return new ShotResource(
                shot.number(),
                shot.title(),
                shot.prompt(),
                shot.seconds(),
                view.of(shot).stream()
                        .map(made -> GenerationResource.of(made, catalogue, locale))
                        .toList());
    }
}
