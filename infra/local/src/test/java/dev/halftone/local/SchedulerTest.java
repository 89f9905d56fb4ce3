package dev.halftone.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchedulerTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-16T15:50:24.5Z"), ZoneOffset.UTC);

    private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final HostedFunction function =
            Functions.of(
                    (event, _) -> {
                        events.add(event);
                        return "";
                    });

    @Test
    void runsAtOnceAndThenAtItsRate() throws InterruptedException {
        try (Scheduler scheduler = new Scheduler(CLOCK)) {
            scheduler.schedule(new Trigger.Rate("Tick", Duration.ofMillis(50), null), function);

            JsonNode event = JsonMapper.shared().readTree(next());
            assertThat(event.path("source").stringValue()).isEqualTo("aws.scheduler");
            assertThat(event.path("time").stringValue()).isEqualTo("2026-11-16T15:50:24Z");
            assertThat(event.at("/resources/0").stringValue())
                    .isEqualTo("arn:aws:scheduler:us-east-1:000000000000:schedule/default/Tick");
            assertThat(next()).isNotNull();
        }
    }

    @Test
    void handsOverTheInputTheTemplateGives() throws InterruptedException {
        try (Scheduler scheduler = new Scheduler(CLOCK)) {
            scheduler.schedule(new Trigger.Rate("Tick", Duration.ofDays(1), "{\"a\":1}"), function);

            assertThat(next()).isEqualTo("{\"a\":1}");
        }
    }

    private @Nullable String next() throws InterruptedException {
        return events.poll(30, TimeUnit.SECONDS);
    }
}
