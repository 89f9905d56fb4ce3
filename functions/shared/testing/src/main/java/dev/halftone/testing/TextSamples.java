package dev.halftone.testing;

import dev.halftone.core.catalogue.Format;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.ProviderEntry;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.catalogue.TextDialect;
import dev.halftone.core.catalogue.TextTask;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.Media;
import dev.halftone.core.generation.MediaType;
import dev.halftone.core.generation.ObjectKey;
import dev.halftone.core.ledger.Credits;
import java.time.Duration;
import java.util.List;

/** Small valid values of what a language model writes. */
public final class TextSamples {
    public static final String MODEL = "prompt-writer";
    public static final String PLANNER = "storyboard-writer";

    private TextSamples() {}

    /** Writes prompts. */
    public static Model model() {
        return new Model(
                MODEL,
                "Prompt writer",
                "Makes a full prompt of a few words.",
                List.of(),
                new Offer.Texts(new Credits(1), TextTask.PROMPT_WRITER),
                List.of(route("llm", "a-model")),
                new Model.Limits(1000, Duration.ofSeconds(10), Duration.ofMinutes(5)),
                null);
    }

    /** Plans storyboards. */
    public static Model planner() {
        return new Model(
                PLANNER,
                "Storyboard planner",
                "Plans shots of a brief.",
                List.of(),
                new Offer.Texts(new Credits(3), TextTask.STORYBOARD),
                List.of(route("llm", "a-model")),
                new Model.Limits(2000, Duration.ofSeconds(20), Duration.ofMinutes(5)),
                null);
    }

    /** A way to texts, for a tenth of a cent each. */
    public static Route route(String provider, String endpoint) {
        return new Route(
                provider,
                endpoint,
                new Route.Making.Written(new MicroDollars(1_000)),
                "Prompts are sent to " + provider + ".");
    }

    /** A provider of texts, who takes a schema. */
    public static ProviderEntry provider(String name) {
        ProviderEntry like = Samples.provider(name, true);
        return new ProviderEntry(
                name,
                like.title(),
                like.baseUrl(),
                null,
                true,
                null,
                new TextDialect(TextDialect.Output.JSON_SCHEMA, TextDialect.Limit.MAX_TOKENS),
                like.terms());
    }

    /** A prompt out of a few words. */
    public static GenerationRequest request() {
        return new GenerationRequest(
                MODEL, "A lighthouse at dusk", new Format.Text(TextTask.PROMPT_WRITER));
    }

    static Media media(Generation generation, int index) {
        return new Media(
                ObjectKey.result(generation.owner(), generation.id(), index, MediaType.JSON),
                MediaType.JSON,
                null,
                null,
                "{\"title\":\"A lighthouse\",\"prompt\":\"A lighthouse at dusk, seen from"
                        + " below.\"}",
                77,
                "0".repeat(64),
                "0".repeat(64));
    }
}
