package dev.halftone.core.generation;

import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Format;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.circuit.WatchRoutes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses who makes a generation, among those who make its size at the promised price. */
public final class ChooseRoute {

    private static final Duration RETRY_AFTER_MIN = Duration.ofSeconds(1);

    private final Catalogue catalogue;
    private final WatchRoutes watch;

    public ChooseRoute(Catalogue catalogue, WatchRoutes watch) {
        this.catalogue = catalogue;
        this.watch = watch;
    }

    /** Who is to make it. */
    sealed interface Choice {

        record Chosen(Assignment assignment) implements Choice {}

        /** Nobody takes orders; it may be different after that time. */
        record NobodyNow(Duration retryAfter) implements Choice {}
    }

    /** The preferred one of those that work, or that somebody should try again. */
    Choice first(Model model, Format format, Instant now) {
        Instant earliest = Instant.MAX;
        for (Route route : model.routes(format)) {
            Optional<Instant> shutUntil = watch.shutUntil(route, now);
            if (shutUntil.isEmpty()) {
                return new Choice.Chosen(assignment(route, format));
            }
            earliest = shutUntil.get().isBefore(earliest) ? shutUntil.get() : earliest;
        }
        Duration wait = Duration.between(now, earliest);
        return new Choice.NobodyNow(wait.compareTo(RETRY_AFTER_MIN) < 0 ? RETRY_AFTER_MIN : wait);
    }

    /** The next one after the present one has declined; only one that surely works. */
    Optional<Assignment> next(Generation generation, Instant now) {
        Assignment present = generation.assignment();
        return catalogue.find(generation.request().model()).stream()
                .flatMap(model -> routes(model, generation))
                .filter(route -> !route.provider().equals(present.provider()))
                .filter(route -> !present.declined().contains(route.provider()))
                .filter(route -> watch.isClosed(route, now))
                .findFirst()
                .map(route -> assignment(route, generation.request().format()).after(present));
    }

    private static Stream<Route> routes(Model model, Generation generation) {
        return model.routes(generation.request().format()).stream();
    }

    private Assignment assignment(Route route, Format format) {
        return new Assignment(
                route.provider(),
                catalogue.provider(route).direct(),
                route.cost(format).orElseThrow());
    }
}
