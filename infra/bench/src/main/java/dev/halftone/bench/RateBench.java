package dev.halftone.bench;

import dev.halftone.core.ratelimit.AdmitOutcome;
import dev.halftone.core.ratelimit.AdmitRequest;
import dev.halftone.core.ratelimit.BucketId;
import dev.halftone.core.ratelimit.RateClass;
import dev.halftone.dynamodb.DynamoDbRateLimits;
import dev.halftone.engines.WriteMeter;
import dev.halftone.engines.WriteMeter.Written;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Prints what it costs to count requests. */
public final class RateBench {

    private static final int REQUESTS = 200;
    private static final int RUNS = 5;
    // Late enough that the engine does not delete a bucket as expired meanwhile.
    private static final Instant LATE = Instant.parse("2035-03-01T12:00:00Z");
    private static final double NANOS_PER_MILLI = 1e6;
    private static final List<Pace> PACES =
            List.of(
                    new Pace("20 s apart", Duration.ofSeconds(20)),
                    new Pace("1 s apart", Duration.ofSeconds(1)),
                    new Pace("at once", Duration.ZERO));

    private final WriteMeter meter;
    private final DynamoDbClient watched;
    private final DynamoDbClient plain;
    private int holders;

    private RateBench(Tables tables) {
        this.meter = new WriteMeter(tables.client());
        this.watched = tables.client(List.of(meter));
        this.plain = tables.client();
    }

    /** How far requests are apart. */
    private record Pace(String name, Duration apart) {}

    /** Takes about a minute. */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        out.println(
                """

                What counting adds to a request, by class and pace: %d requests of one person, one
                after the other, in one environment. Writes and write units that AWS bills for them,
                those included whose condition failed; milliseconds per request on this machine,
                median of %d runs. A class that leases takes several tokens by one write.
                """
                        .formatted(REQUESTS, RUNS));
        try (Tables tables = new Tables()) {
            new RateBench(tables).print(out);
        }
        // The engine leaves threads behind.
        Runtime.getRuntime().exit(0);
    }

    private void print(PrintStream out) {
        Table table =
                new Table(
                        out,
                        "class",
                        "pace",
                        "answered",
                        "writes",
                        "units",
                        "units each",
                        "ms each");
        for (RateClass kind : RateClass.values()) {
            for (Pace pace : PACES) {
                int answered = requests(watched, kind, pace);
                List<Written> written = meter.take();
                int units = WriteMeter.units(written);
                table.row(
                        kind.label(),
                        pace.name(),
                        answered,
                        written.size(),
                        units,
                        "%.2f".formatted((double) units / REQUESTS),
                        "%.3f".formatted(millis(kind, pace)));
            }
        }
    }

    private double millis(RateClass kind, Pace pace) {
        List<Double> each = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            requests(plain, kind, pace);
            each.add((System.nanoTime() - start) / NANOS_PER_MILLI / REQUESTS);
        }
        return Median.of(each);
    }

    /** How many were answered. */
    private int requests(DynamoDbClient client, RateClass kind, Pace pace) {
        AdmitRequest admitting = new AdmitRequest(new DynamoDbRateLimits(client, Tables.INSIGHT));
        holders++;
        BucketId bucket = new BucketId(kind, "holder-" + holders);
        int answered = 0;
        Instant now = LATE;
        for (int request = 0; request < REQUESTS; request++) {
            answered += admitting.admit(bucket, now) instanceof AdmitOutcome.Admitted ? 1 : 0;
            now = now.plus(pace.apart());
        }
        return answered;
    }
}
