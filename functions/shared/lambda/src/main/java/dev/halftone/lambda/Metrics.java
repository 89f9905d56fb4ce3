package dev.halftone.lambda;

import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts by one line of the log in CloudWatch's embedded metric format: no call, no buffer, no
 * state. The form of the line is the layout of this logger in {@code log4j2.xml}.
 */
public final class Metrics {
    private static final Logger LINES = LoggerFactory.getLogger("dev.halftone.metrics");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{2,59}");

    private Metrics() {}

    /** Adds one to the metric {@code name} of the running function. */
    public static void count(String name) {
        count(name, 1);
    }

    public static void count(String name, long amount) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a metric");
        }
        LINES.atInfo().addKeyValue("metric", name).log(Long.toString(amount));
    }
}
