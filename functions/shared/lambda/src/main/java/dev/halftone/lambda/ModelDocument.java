package dev.halftone.lambda;

import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.catalogue.Takes;
import dev.halftone.core.catalogue.TextTask;
import dev.halftone.core.ledger.Credits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One model of a profile. */
final class ModelDocument {
    private static final Set<String> KEYS =
            Set.of(
                    "id",
                    "kind",
                    "name",
                    "description",
                    "aspectRatios",
                    "credits",
                    "creditsPerSecond",
                    "creditsPerSecondWithAudio",
                    "secondsMax",
                    "creditsEach",
                    "task",
                    "durationsSeconds",
                    "promptCharactersMax",
                    "typicalSeconds",
                    "deadlineSeconds",
                    "marks",
                    "takes",
                    "routes");
    private static final Set<String> ROUTE_KEYS =
            Set.of(
                    "provider",
                    "endpoint",
                    "sizing",
                    "costMicroDollars",
                    "costMicroDollarsWithAudio",
                    "costMicroDollarsEach",
                    "disclosure");
    private static final Takes SPEAKS = new Takes(0, false, null, null, true, true);
    private static final String OTHER_KIND = "says nothing about a model of this kind";

    private final Fields fields;

    ModelDocument(Fields fields) {
        this.fields = fields.known(KEYS);
    }

    /** The model, or {@code null} if something was noted. */
    @Nullable Model model() {
        int faultsBefore = fields.faults().size();
        String id = fields.text("id");
        String name = fields.text("name");
        String description = fields.text("description");
        List<AspectRatio> ratios = aspectRatios();
        Kind kind = fields.choice("kind", Kind.class);
        Offer offer = kind == null ? null : offer(kind);
        List<Route> routes = routes(kind == Kind.TEXT);
        Takes takes =
                fields.has("takes")
                        ? new TakesDocument(fields.in("takes"), kind == Kind.SPEECH).takes()
                        : kind == Kind.SPEECH ? SPEAKS : Takes.NOTHING;
        int promptMax = (int) fields.number("promptCharactersMax");
        Duration typical = Duration.ofSeconds(fields.number("typicalSeconds"));
        Duration deadline = Duration.ofSeconds(fields.number("deadlineSeconds"));
        String marks = fields.optionalText("marks");
        if (offer == null || takes == null || fields.faults().size() > faultsBefore) {
            return null;
        }
        return fields.valid(
                "routes",
                () ->
                        new Model(
                                id,
                                name,
                                description,
                                ratios,
                                offer,
                                routes,
                                new Model.Limits(promptMax, typical, deadline),
                                marks,
                                takes));
    }

    private List<AspectRatio> aspectRatios() {
        return fields.texts("aspectRatios").stream()
                .map(text -> fields.valid("aspectRatios", () -> AspectRatio.parse(text)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** What people order. */
    private enum Kind {
        IMAGE,
        VIDEO,
        /** A picture that speaks a given sound, as long as that, or somebody in a given film. */
        SPEECH,
        TEXT
    }

    private @Nullable Offer offer(Kind kind) {
        return switch (kind) {
            case IMAGE -> {
                fields.absent(OTHER_KIND, "creditsPerSecond", "durationsSeconds");
                fields.absent(OTHER_KIND, "creditsPerSecondWithAudio", "secondsMax");
                fields.absent(OTHER_KIND, "creditsEach", "task");
                yield fields.valid(
                        "credits", () -> new Offer.Images(bySize(fields, "credits", Credits::new)));
            }
            case VIDEO -> {
                fields.absent(OTHER_KIND, "credits", "creditsEach", "task", "secondsMax");
                yield fields.valid(
                        "creditsPerSecond",
                        () ->
                                new Offer.Videos(
                                        bySize(fields, "creditsPerSecond", Credits::new),
                                        bySize(fields, "creditsPerSecondWithAudio", Credits::new),
                                        durations()));
            }
            case SPEECH -> {
                fields.absent(OTHER_KIND, "credits", "creditsEach", "task", "durationsSeconds");
                fields.absent(OTHER_KIND, "creditsPerSecondWithAudio");
                yield fields.valid(
                        "creditsPerSecond",
                        () ->
                                new Offer.Videos(
                                        bySize(fields, "creditsPerSecond", Credits::new),
                                        everySecond()));
            }
            case TEXT -> {
                fields.absent(OTHER_KIND, "credits", "creditsPerSecond", "durationsSeconds");
                fields.absent(OTHER_KIND, "aspectRatios", "takes");
                fields.absent(OTHER_KIND, "creditsPerSecondWithAudio", "secondsMax");
                yield texts();
            }
        };
    }

    private @Nullable Offer texts() {
        Optional<TextTask> task = TextTask.find(fields.text("task"));
        if (task.isEmpty()) {
            fields.fault("task", "is none of the known");
            return null;
        }
        return fields.valid(
                "creditsEach",
                () -> new Offer.Texts(new Credits(fields.number("creditsEach")), task.get()));
    }

    private List<Duration> durations() {
        return fields.numbers("durationsSeconds").stream().map(Duration::ofSeconds).toList();
    }

    /** A sound may last as long as it will, up to a bound; each second that has begun counts. */
    private List<Duration> everySecond() {
        return LongStream.rangeClosed(
                        1, Math.min(fields.number("secondsMax"), Offer.FILM_MAX.toSeconds() + 1))
                .mapToObj(Duration::ofSeconds)
                .toList();
    }

    private List<Route> routes(boolean written) {
        List<Route> routes = new ArrayList<>();
        for (Fields route : fields.each("routes")) {
            route.known(ROUTE_KEYS);
            String provider = route.text("provider");
            String endpoint = route.text("endpoint");
            String disclosure = route.text("disclosure");
            Route.Making making = written ? written(route) : seen(route);
            Route made =
                    making == null
                            ? null
                            : route.valid(
                                    "costMicroDollars",
                                    () -> new Route(provider, endpoint, making, disclosure));
            if (made != null) {
                routes.add(made);
            }
        }
        return routes;
    }

    private static Route.Making written(Fields route) {
        route.absent(OTHER_KIND, "sizing", "costMicroDollars", "costMicroDollarsWithAudio");
        return new Route.Making.Written(new MicroDollars(route.number("costMicroDollarsEach")));
    }

    private static Route.@Nullable Making seen(Fields route) {
        route.absent(OTHER_KIND, "costMicroDollarsEach");
        Route.Sizing sizing = route.choice("sizing", Route.Sizing.class);
        Map<Resolution, MicroDollars> costs = bySize(route, "costMicroDollars", MicroDollars::new);
        Map<Resolution, MicroDollars> withAudio =
                bySize(route, "costMicroDollarsWithAudio", MicroDollars::new);
        return sizing == null ? null : new Route.Making.Seen(sizing, costs, withAudio);
    }

    private static <T> Map<Resolution, T> bySize(Fields from, String key, LongFunction<T> value) {
        Fields sizes = from.in(key);
        Map<Resolution, T> values = new EnumMap<>(Resolution.class);
        for (String label : from.keys(key)) {
            Resolution.parse(label)
                    .ifPresentOrElse(
                            size -> values.put(size, value.apply(sizes.number(label))),
                            () -> sizes.fault(label, "is no resolution"));
        }
        return values;
    }
}
