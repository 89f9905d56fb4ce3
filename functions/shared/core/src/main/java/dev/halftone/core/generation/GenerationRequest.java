package dev.halftone.core.generation;

import dev.halftone.core.Digest;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Format;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.catalogue.ShotPlan;
import dev.halftone.core.catalogue.TextTask;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked for.
 *
 * @param prompt the person's own words: of a text, what it is to be about
 * @param settings what else was asked for
 */
public record GenerationRequest(String model, String prompt, Format format, Settings settings) {

    /** With nothing but a prompt and a form. */
    public GenerationRequest(String model, String prompt, Format format) {
        this(model, prompt, format, Settings.NONE);
    }

    /**
     * A picture, or a film.
     *
     * @param duration how long the film is to be; {@code null} for a picture
     */
    public GenerationRequest(
            String model,
            String prompt,
            AspectRatio aspectRatio,
            Resolution resolution,
            @Nullable Duration duration) {
        this(model, prompt, Format.of(aspectRatio, resolution, duration));
    }

    /** What is left once its owner has removed it. */
    GenerationRequest withoutWords() {
        return new GenerationRequest(model, "", format);
    }

    public MediaKind kind() {
        return format.kind();
    }

    public boolean isFilm() {
        return format instanceof Format.Film;
    }

    /** The ratio of a picture or film. */
    public AspectRatio aspectRatio() {
        return switch (format) {
            case Format.Picture picture -> picture.aspectRatio();
            case Format.Film film -> film.aspectRatio();
            case Format.Text _ -> throw notSeen();
        };
    }

    /** The size of a picture or film. */
    public Resolution resolution() {
        return switch (format) {
            case Format.Picture picture -> picture.resolution();
            case Format.Film film -> film.resolution();
            case Format.Text _ -> throw notSeen();
        };
    }

    /** How long a film is to be; nothing else lasts. */
    public @Nullable Duration duration() {
        return format instanceof Format.Film film ? film.duration() : null;
    }

    /** What a language model is to do. */
    public TextTask task() {
        if (format instanceof Format.Text text) {
            return text.task();
        }
        throw new IllegalStateException("Nothing is to be written");
    }

    /** How a storyboard is to be planned; {@code null} where nothing was said of it. */
    public @Nullable ShotPlan plan() {
        return format instanceof Format.Text text ? text.task().plan().orElse(null) : null;
    }

    private static IllegalStateException notSeen() {
        return new IllegalStateException("A text has neither ratio nor resolution");
    }

    /** Whether this has the shape and size that were asked for in these words. */
    boolean isShaped(@Nullable String ratio, @Nullable String resolutionLabel) {
        return switch (format) {
            case Format.Text _ -> ratio == null && resolutionLabel == null;
            case Format.Picture _, Format.Film _ ->
                    aspectRatio().toString().equals(ratio)
                            && resolution().label().equals(resolutionLabel);
        };
    }

    /** Whether the result is to be heard. */
    public boolean isHeard() {
        return isSpeech() || (format instanceof Format.Film film && film.audio());
    }

    /** Whether somebody is to speak a given sound. */
    public boolean isSpeech() {
        return settings.input(InputRole.SPEECH).isPresent();
    }

    /** Whether they are to speak it in a given film, which gives the result its form. */
    public boolean isDubbed() {
        return settings.input(InputRole.FILM).isPresent();
    }

    /** What a provider is told: the prompt, below it the direction, and below that the guidance. */
    public String words() {
        return words(prompt, settings);
    }

    static String words(String prompt, Settings settings) {
        return Stream.of(
                        Stream.of(prompt),
                        Stream.ofNullable(settings.direction()),
                        settings.guidance().paragraphs())
                .flatMap(each -> each)
                .collect(Collectors.joining("\n\n"));
    }

    /** What a person may look for: everything that was said, without the names of its parts. */
    String said() {
        return Stream.of(
                        Stream.of(prompt),
                        Stream.ofNullable(settings.direction()),
                        settings.guidance().words())
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }

    /** Everything that somebody said in it, in pieces that may be judged. */
    List<String> judged() {
        String unwanted = settings.negativePrompt();
        return unwanted == null ? List.of(words()) : List.of(words(), unwanted);
    }

    /** The same for a model that takes a seed. */
    GenerationRequest seeded(GenerationId id) {
        return new GenerationRequest(model, prompt, format, settings.seeded(id));
    }

    /** The duration as programs say it. */
    public @Nullable Integer durationSeconds() {
        Duration duration = duration();
        return duration == null ? null : Math.toIntExact(duration.toSeconds());
    }

    /** Everything that the price depends on; the prompt is free. */
    public String pricedHash() {
        return hashOf(
                switch (format) {
                    case Format.Picture(AspectRatio ratio, Resolution resolution) ->
                            List.of(model, ratio.toString(), resolution.label());
                    case Format.Film film ->
                            List.of(
                                    model,
                                    film.aspectRatio().toString(),
                                    film.resolution().label(),
                                    film.duration().toString(),
                                    film.audio() ? "heard" : "silent");
                    case Format.Text _ -> // However many shots a storyboard has, its plan costs the
                            // same.
                            List.of(model, MediaKind.TEXT.name());
                });
    }

    private static String hashOf(List<String> parts) {
        StringBuilder canonical = new StringBuilder();
        for (String part : parts) {
            // The length keeps ("ab","c") apart from ("a","bc").
            canonical.append(part.length()).append(':').append(part).append('\n');
        }
        return Digest.sha256Hex(canonical.toString());
    }
}
