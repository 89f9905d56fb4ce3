package dev.halftone.testing;

import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Corner;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.catalogue.Takes;
import dev.halftone.core.ledger.Credits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Models that take more than a prompt and a form. */
public final class TakingSamples {

    public static final String PICTURES = "taking-pictures";
    public static final String FILMS = "taking-films";
    public static final String SPEAKING = "speaking";
    public static final String DUBBING = "dubbing";

    private TakingSamples() {}

    /** Takes a seed, forty characters of what is not wanted, two references and a mark. */
    public static Model pictures() {
        return new Model(
                PICTURES,
                "Takes pictures",
                "Pictures from pictures.",
                List.of(new AspectRatio(16, 9)),
                new Offer.Images(
                        Map.of(
                                Resolution.ONE_K, new Credits(4),
                                Resolution.FOUR_K, new Credits(9))),
                List.of(Samples.route("fal", "fal-ai/taking-pictures", MediaKind.IMAGE)),
                new Model.Limits(2000, Duration.ofSeconds(12), Duration.ofMinutes(10)),
                null,
                new Takes(
                        40,
                        true,
                        new Takes.References(2, List.of(InputRole.IMAGE, InputRole.STYLE)),
                        Corner.BOTTOM_RIGHT,
                        false,
                        false));
    }

    /** Films of four and eight seconds that may be heard, for more, and begin with a picture. */
    public static Model films() {
        Map<Resolution, MicroDollars> costs = Map.of(Resolution.P720, Samples.COST);
        return new Model(
                FILMS,
                "Takes films",
                "Films from pictures.",
                List.of(new AspectRatio(16, 9)),
                new Offer.Videos(
                        Map.of(Resolution.P720, new Credits(2)),
                        Map.of(Resolution.P720, new Credits(3)),
                        List.of(Duration.ofSeconds(4), Duration.ofSeconds(8))),
                List.of(
                        new Route(
                                "fal",
                                "fal-ai/taking-films",
                                new Route.Making.Seen(
                                        Route.Sizing.RATIO_AND_RESOLUTION, costs, costs),
                                "Prompts and pictures are sent to fal.")),
                new Model.Limits(2000, Duration.ofSeconds(90), Duration.ofMinutes(30)),
                null,
                new Takes(0, true, null, null, true, false));
    }

    /** Pictures that speak for up to ten seconds, at two credits each. */
    public static Model speaking() {
        return new Model(
                SPEAKING,
                "Speaks",
                "Pictures that speak.",
                List.of(new AspectRatio(16, 9)),
                new Offer.Videos(
                        Map.of(Resolution.P720, new Credits(2)),
                        LongStream.rangeClosed(1, 10).mapToObj(Duration::ofSeconds).toList()),
                List.of(Samples.route("fal", "fal-ai/speaking", MediaKind.VIDEO)),
                new Model.Limits(2000, Duration.ofSeconds(90), Duration.ofMinutes(30)),
                null,
                new Takes(0, false, null, null, true, true));
    }

    /** Films of up to ten seconds in which somebody speaks, at two credits each, three at 1080p. */
    public static Model dubbing() {
        return new Model(
                DUBBING,
                "Speaks in films",
                "Films in which somebody speaks.",
                List.of(),
                new Offer.Videos(
                        Map.of(
                                Resolution.P480, new Credits(2),
                                Resolution.P1080, new Credits(3)),
                        LongStream.rangeClosed(1, 10).mapToObj(Duration::ofSeconds).toList()),
                List.of(
                        new Route(
                                "fal",
                                "fal-ai/sync-lipsync/v2",
                                Route.Sizing.RATIO_AND_RESOLUTION,
                                Map.of(
                                        Resolution.P480, Samples.COST,
                                        Resolution.P1080, Samples.COST),
                                "Films and sounds are sent to fal.")),
                new Model.Limits(2000, Duration.ofSeconds(90), Duration.ofMinutes(30)),
                null,
                new Takes(0, false, null, null, false, true, true));
    }

    /** These, and one that takes nothing. */
    public static Catalogue catalogue() {
        return Samples.catalogue(
                List.of(pictures(), films(), speaking(), dubbing(), Samples.model()), List.of());
    }
}
