package dev.halftone.local;

import dev.halftone.template.Resolver;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs functions at their rates, the first time at once. What runs more seldom than every minute
 * runs every minute: who tries the studio on one machine does not wait an hour to see it.
 */
final class Scheduler implements AutoCloseable {
    private static final Duration INTERVAL_MAX = Duration.ofMinutes(1);

    private final Clock clock;
    private final List<Thread> schedules = new ArrayList<>();

    Scheduler(Clock clock) {
        this.clock = clock;
    }

    void schedule(Trigger.Rate rate, HostedFunction function) {
        schedules.add(Thread.ofVirtual().name(rate.name()).start(() -> repeat(rate, function)));
    }

    @Override
    public void close() {
        schedules.forEach(Thread::interrupt);
    }

    private void repeat(Trigger.Rate rate, HostedFunction function) {
        Duration interval =
                rate.interval().compareTo(INTERVAL_MAX) < 0 ? rate.interval() : INTERVAL_MAX;
        try {
            while (true) {
                // A run has a thread of its own: the next one does not wait for a slow one.
                Thread.ofVirtual().start(() -> function.invoke(event(rate)));
                Thread.sleep(interval);
            }
        } catch (InterruptedException _) {
            // Closed.
        }
    }

    private String event(Trigger.Rate rate) {
        if (rate.input() != null) {
            return rate.input();
        }
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "0");
        event.put("id", UUID.randomUUID().toString());
        event.put("detail-type", "Scheduled Event");
        event.put("source", "aws.scheduler");
        event.put("account", Resolver.ACCOUNT_ID);
        event.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        event.put("region", Resolver.REGION);
        event.put(
                "resources",
                List.of(
                        "arn:aws:scheduler:%s:%s:schedule/default/%s"
                                .formatted(Resolver.REGION, Resolver.ACCOUNT_ID, rate.name())));
        event.put("detail", "{}");
        return JsonMapper.shared().writeValueAsString(event);
    }
}
