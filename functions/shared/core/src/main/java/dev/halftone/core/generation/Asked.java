package dev.halftone.core.generation;

import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.catalogue.ShotPlan;
import dev.halftone.core.project.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in, before anything about it is believed; {@code null} is what was not said.
 *
 * @param aspectRatio of a picture or film
 * @param resolution of a picture or film
 * @param durationSeconds of a film
 * @param audio whether a film is to be heard
 */
public record Asked(
        String model,
        @Nullable String aspectRatio,
        @Nullable String resolution,
        @Nullable Integer durationSeconds,
        @Nullable Boolean audio,
        Extras extras) {

    /**
     * What most requests have nothing of.
     *
     * @param film in which somebody is to speak
     * @param originalPrompt what the person had written, if a language model wrote the prompt of it
     * @param plan of a storyboard, how many shots and of what
     */
    public record Extras(
            @Nullable String negativePrompt,
            @Nullable Long seed,
            List<Reference> references,
            @Nullable String firstFrame,
            @Nullable String film,
            @Nullable String speech,
            @Nullable Boolean watermark,
            @Nullable String direction,
            @Nullable String originalPrompt,
            @Nullable ShotPlan plan,
            Guided guided) {

        public static final Extras NONE = speaking(null, null);

        public Extras {
            references = List.copyOf(references);
        }

        /** Of a storyboard, which takes nothing else. */
        public static Extras planning(ShotPlan plan) {
            return new Extras(
                    null, null, List.of(), null, null, null, null, null, null, plan, Guided.NONE);
        }

        /** As far as a price depends on it. */
        public static Extras speaking(@Nullable String film, @Nullable String speech) {
            return new Extras(
                    null, null, List.of(), null, film, speech, null, null, null, null, Guided.NONE);
        }
    }

    /**
     * What an order takes from its owner's library, and what is decided section by section.
     *
     * @param briefVersion of the brief; {@code null} for the latest
     * @param attributes by the name of a section
     */
    public record Guided(
            @Nullable String project,
            @Nullable String brief,
            @Nullable Integer briefVersion,
            Map<String, String> attributes) {

        public static final Guided NONE = new Guided(null, null, null, Map.of());

        public Guided {
            attributes = Map.copyOf(attributes);
        }

        /** A brief without a version is what was the latest then. */
        private boolean isOf(Guidance guidance) {
            ProjectId named = guidance.project();
            Guidance.Cast cast = guidance.cast();
            Integer version = cast == null ? null : cast.version();
            return Objects.equals(project, named == null ? null : named.value())
                    && Objects.equals(brief, cast == null ? null : cast.brief().value())
                    && (briefVersion == null || briefVersion.equals(version))
                    && attributes.equals(labelled(guidance.attributes()));
        }

        private static Map<String, String> labelled(Map<Section, String> sections) {
            return sections.entrySet().stream()
                    .collect(Collectors.toMap(each -> each.getKey().label(), Map.Entry::getValue));
        }
    }

    /**
     * A picture that is brought along.
     *
     * @param role what it is to the work; {@code null} for what the model takes it for
     */
    public record Reference(String asset, @Nullable String role) {}

    /** Of what has a shape, a size and perhaps a length, and nothing else. */
    public Asked(
            String model,
            @Nullable String aspectRatio,
            @Nullable String resolution,
            @Nullable Integer durationSeconds) {
        this(model, aspectRatio, resolution, durationSeconds, null, Extras.NONE);
    }

    /** Whether a generation was asked for in these words, its model aside. */
    boolean isOf(Generation generation) {
        GenerationRequest request = generation.request();
        Settings settings = request.settings();
        boolean speaks = settings.input(InputRole.SPEECH).isPresent();
        Integer drawn = settings.seed() == null ? null : Settings.drawn(generation.id());
        Integer seconds = speaks ? null : request.durationSeconds();
        boolean heard = !speaks && request.isHeard();
        return isShape(request)
                && Objects.equals(seconds, durationSeconds)
                && heard == Boolean.TRUE.equals(audio)
                && Objects.equals(settings.negativePrompt(), extras.negativePrompt())
                && isSeed(settings.seed(), drawn)
                && settings.watermark() == Boolean.TRUE.equals(extras.watermark())
                && Objects.equals(settings.direction(), extras.direction())
                && Objects.equals(settings.originalPrompt(), extras.originalPrompt())
                && Objects.equals(request.plan(), extras.plan())
                && extras.guided().isOf(settings.guidance())
                && named(settings.inputs()).equals(named(extras, settings));
    }

    /** Whoever brings a film says nothing of its shape and size. */
    private boolean isShape(GenerationRequest request) {
        return request.isDubbed()
                ? aspectRatio == null && resolution == null
                : request.isShaped(aspectRatio, resolution);
    }

    private boolean isSeed(@Nullable Integer stored, @Nullable Integer drawn) {
        Long asked = extras.seed();
        return asked == null
                ? Objects.equals(stored, drawn)
                : stored != null && asked == stored.longValue();
    }

    private static List<String> named(List<Input> inputs) {
        return inputs.stream().map(each -> each.role() + " " + each.asset()).toList();
    }

    /** A reference without a role is what it was taken for then. */
    private static List<String> named(Extras extras, Settings settings) {
        List<String> named = new ArrayList<>();
        for (Reference each : extras.references()) {
            InputRole taken =
                    named.size() < settings.inputs().size()
                            ? settings.inputs().get(named.size()).role()
                            : InputRole.IMAGE;
            InputRole role =
                    each.role() == null
                            ? taken
                            : SettingsCheck.role(each.role()).orElse(InputRole.SPEECH);
            named.add(role + " " + each.asset());
        }
        if (extras.firstFrame() != null) {
            named.add(InputRole.FIRST_FRAME + " " + extras.firstFrame());
        }
        if (extras.film() != null) {
            named.add(InputRole.FILM + " " + extras.film());
        }
        if (extras.speech() != null) {
            named.add(InputRole.SPEECH + " " + extras.speech());
        }
        return named;
    }
}
