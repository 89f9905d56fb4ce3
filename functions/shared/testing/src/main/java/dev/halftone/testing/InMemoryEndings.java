package dev.halftone.testing;

import dev.halftone.core.generation.Ending;
import dev.halftone.core.generation.Endings;
import dev.halftone.core.generation.Generation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

final class InMemoryEndings implements Endings {

    private final InMemoryStudio studio;
    // Guarded by the studio's monitor.
    private final Map<Way, Long> counts = new HashMap<>();

    InMemoryEndings(InMemoryStudio studio) {
        this.studio = studio;
    }

    private record Way(String model, Instant hour, Ending ending) {}

    void count(Generation ended) {
        Instant at = Objects.requireNonNull(ended.state().endedAt());
        Way way =
                new Way(
                        ended.request().model(),
                        at.truncatedTo(ChronoUnit.HOURS),
                        Ending.of(ended.state()));
        counts.merge(way, 1L, Math::addExact);
    }

    @Override
    public List<Count> since(LocalDate day) {
        Instant first = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        synchronized (studio) {
            return counts.entrySet().stream()
                    .filter(each -> !each.getKey().hour().isBefore(first))
                    .map(each -> count(each.getKey(), each.getValue()))
                    .toList();
        }
    }

    private static Count count(Way way, long number) {
        return new Count(way.model(), way.hour(), way.ending(), number);
    }
}
