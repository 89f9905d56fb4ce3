package dev.halftone.core.catalogue;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model that people can choose.
 *
 * @param aspectRatios of pictures or films; a text has none, and neither has what takes its shape
 *     from a film that is brought along
 * @param offer what it makes, in which sizes, and what that costs
 * @param routes the providers that run it, the preferred one first
 * @param limits how long a prompt may be and how long the work may take
 * @param marks what is in its results beside what was asked for, such as watermarks, and what it
 *     refuses to make; {@code null} if nothing is known of it
 * @param takes what may be said beside a prompt and a form; every one of its routes knows it
 */
public record Model(
        String id,
        String name,
        String description,
        List<AspectRatio> aspectRatios,
        Offer offer,
        List<Route> routes,
        Limits limits,
        @Nullable String marks,
        Takes takes) {

    // Each further one is another company that sees prompts.
    private static final int ROUTES_MAX = 4;

    /**
     * How long a prompt may be, and how long the work may take.
     *
     * @param typical what the wait usually is; only for the progress display
     * @param deadline when an unfinished generation is given up and its credits return
     */
    public record Limits(int promptCharactersMax, Duration typical, Duration deadline) {

        public Limits {
            if (promptCharactersMax < 1
                    || typical.isNegative()
                    || deadline.compareTo(typical) <= 0) {
                throw new IllegalArgumentException("A deadline lies beyond the typical time");
            }
        }
    }

    /** One that takes nothing but a prompt and a form. */
    public Model(
            String id,
            String name,
            String description,
            List<AspectRatio> aspectRatios,
            Offer offer,
            List<Route> routes,
            Limits limits,
            @Nullable String marks) {
        this(id, name, description, aspectRatios, offer, routes, limits, marks, Takes.NOTHING);
    }

    public Model {
        aspectRatios = List.copyOf(aspectRatios);
        routes = List.copyOf(routes);
        if (aspectRatios.isEmpty() != (offer.kind() == MediaKind.TEXT || takes.film())) {
            throw new IllegalArgumentException(
                    "Model " + id + " offers nothing, or shapes of what has none of its own");
        }
        if (routes.isEmpty() || routes.size() > ROUTES_MAX) {
            throw new IllegalArgumentException(
                    "Model " + id + " has 1 to " + ROUTES_MAX + " providers");
        }
        Set<String> providers = new HashSet<>();
        if (!routes.stream().allMatch(route -> providers.add(route.provider()))) {
            throw new IllegalArgumentException("Model " + id + " names a provider twice");
        }
        if (!routes.stream().allMatch(route -> makes(route, offer))) {
            throw new IllegalArgumentException(
                    "Model " + id + " has a provider that makes something else");
        }
        Resolution unmade = unmade(offer, routes);
        if (unmade != null) {
            throw new IllegalArgumentException(
                    "Model " + id + " offers " + unmade.label() + ", which nobody makes");
        }
        if ((takes.firstFrame() || takes.speech()) && offer.kind() != MediaKind.VIDEO) {
            throw new IllegalArgumentException("Model " + id + " makes nothing that begins");
        }
        if (takes.speech() && offer.isHeard()) {
            throw new IllegalArgumentException("What model " + id + " lets be heard is brought");
        }
    }

    private static boolean makes(Route route, Offer offer) {
        return switch (route.making()) {
            case Route.Making.Seen _ -> offer.kind() != MediaKind.TEXT;
            case Route.Making.Written _ -> offer.kind() == MediaKind.TEXT;
        };
    }

    private static @Nullable Resolution unmade(Offer offer, List<Route> routes) {
        return offer.pieces().stream()
                .filter(piece -> piece.size() != null)
                .filter(piece -> routes.stream().noneMatch(route -> route.cost(piece).isPresent()))
                .findFirst()
                .map(Offer.Piece::size)
                .orElse(null);
    }

    /** Whether more can be said of how it is to look than one prompt. */
    public boolean isDirected() {
        return offer.kind() != MediaKind.TEXT && !takes.film();
    }

    /** The way to it by that provider. */
    public Optional<Route> route(String provider) {
        return routes.stream().filter(route -> route.provider().equals(provider)).findFirst();
    }

    /** The ways on which that can be had, the preferred one first. */
    public List<Route> routes(Format format) {
        return routes.stream().filter(route -> route.cost(format).isPresent()).toList();
    }

    /** What one piece of work costs by the dearest of its ways, for it may go by any. */
    public MicroDollars dearest(Format format) {
        return dearest(route -> route.cost(format).stream());
    }

    /** What the dearest piece of work that is on offer costs. */
    public MicroDollars dearest() {
        return dearest(
                route -> offer.pieces().stream().flatMap(piece -> route.cost(piece).stream()));
    }

    private MicroDollars dearest(Function<Route, Stream<MicroDollars>> costs) {
        return routes.stream().flatMap(costs).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Whether every size on offer can be had by these ways. */
    public boolean isMadeBy(List<Route> some) {
        return unmade(offer, some) == null;
    }

    /** The same model by fewer providers. */
    public Model by(List<Route> fewer) {
        return new Model(id, name, description, aspectRatios, offer, fewer, limits, marks, takes);
    }
}
