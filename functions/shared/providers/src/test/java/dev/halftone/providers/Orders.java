package dev.halftone.providers;

import dev.halftone.core.brief.BriefId;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Format;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.catalogue.TextTask;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.Guidance;
import dev.halftone.core.generation.ProviderInput;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.Section;
import dev.halftone.core.generation.Settings;
import dev.halftone.testing.Samples;
import dev.halftone.testing.TextSamples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Orders for the models of any provider, all of one generation. */
public final class Orders {

    public static final GenerationId GENERATION =
            new GenerationId("gen_5eed0001000000000000000000000001");
    public static final String PROMPT = "A lighthouse at dusk";

    /** What the person had written, which is for nobody who makes the picture. */
    public static final String ORIGINAL = "beacon, evening";

    static final String NOT_WANTED = "no boats";

    /** Each file says its own name. */
    static final String FIRST = "the-first-file";

    static final String SECOND = "the-second-file";

    private Orders() {}

    /** A picture of 1K. */
    public static ProviderOrder picture(String provider, String endpoint) {
        return picture(provider, endpoint, "16:9", Resolution.ONE_K);
    }

    public static ProviderOrder picture(
            String provider, String endpoint, String ratio, Resolution resolution) {
        GenerationRequest request =
                new GenerationRequest(
                        Samples.MODEL, PROMPT, AspectRatio.parse(ratio), resolution, null);
        return order(request, MediaKind.IMAGE, provider, endpoint);
    }

    /** Five seconds. */
    public static ProviderOrder film(
            String provider, String endpoint, String ratio, Resolution resolution) {
        GenerationRequest request =
                new GenerationRequest(
                        Samples.VIDEO_MODEL,
                        PROMPT,
                        AspectRatio.parse(ratio),
                        resolution,
                        Duration.ofSeconds(5));
        return order(request, MediaKind.VIDEO, provider, endpoint);
    }

    /** Five seconds of a film in which somebody is to speak. */
    public static ProviderOrder dubbed(String provider, String endpoint, Path folder) {
        ProviderOrder film = film(provider, endpoint, "16:9", Resolution.P720);
        return new ProviderOrder(
                film.generation(),
                film.owner(),
                film.request(),
                film.route(),
                List.of(
                        Inputs.of(InputRole.FILM, "video/mp4", folder, "the-film"),
                        Inputs.of(InputRole.SPEECH, "audio/mpeg", folder, "the-voice")));
    }

    private static final Guidance GUIDANCE =
            new Guidance(
                    null,
                    null,
                    new Guidance.Cast(
                            new BriefId("brf_" + "1".repeat(32)), 1, "Mina", "a grey cat"),
                    Map.of(Section.STYLE, "film noir"));

    /**
     * The same with everything else that can be asked for, and two files of each role that may have
     * several. Asked for again, it is another object that says the same.
     */
    public static ProviderOrder full(ProviderOrder order, Path folder, InputRole... roles) {
        List<ProviderInput> inputs = new ArrayList<>();
        for (InputRole role : roles) {
            inputs.add(Inputs.of(role, "image/png", folder, FIRST));
            if (role.isReference()) {
                inputs.add(Inputs.of(role, "image/png", folder, SECOND));
            }
        }
        GenerationRequest request = order.request();
        return new ProviderOrder(
                order.generation(),
                order.owner(),
                new GenerationRequest(
                        request.model(),
                        request.prompt(),
                        request.format() instanceof Format.Film film
                                ? new Format.Film(
                                        film.aspectRatio(),
                                        film.resolution(),
                                        film.duration(),
                                        true)
                                : request.format(),
                        new Settings(
                                NOT_WANTED,
                                7,
                                List.of(),
                                true,
                                "In charcoal.",
                                ORIGINAL,
                                GUIDANCE)),
                order.route(),
                inputs);
    }

    /** A prompt out of a few words. */
    public static ProviderOrder text(String provider, String endpoint) {
        return text(provider, endpoint, TextTask.PROMPT_WRITER, PROMPT);
    }

    public static ProviderOrder text(
            String provider, String endpoint, TextTask task, String brief) {
        return new ProviderOrder(
                GENERATION,
                Samples.userId(1),
                new GenerationRequest(TextSamples.MODEL, brief, new Format.Text(task)),
                TextSamples.route(provider, endpoint),
                List.of());
    }

    private static ProviderOrder order(
            GenerationRequest request, MediaKind kind, String provider, String endpoint) {
        return new ProviderOrder(
                GENERATION,
                Samples.userId(1),
                request,
                Samples.route(provider, endpoint, kind),
                List.of());
    }
}
