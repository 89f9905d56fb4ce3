package dev.halftone.core.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * A delivery that is the processor's own, but could not be applied: it is kept to be looked at, or
 * to be applied once what it speaks of is known.
 *
 * @param eventId what the processor calls it
 * @param type what the processor calls its kind
 * @param body as it came
 */
public record ParkedDelivery(
        String processor, String eventId, String type, String body, Instant at) {

    /** How long it is kept. */
    public static final Duration LIFE = Duration.ofDays(30);

    /** More than any processor sends, and no more than fits into one item of a table. */
    public static final int BODY_CHARACTERS_MAX = 130_000;

    private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

    public ParkedDelivery {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if (!ProcessorTerms.isId(processor)
                || !EVENT_ID.matcher(eventId).matches()
                || body.length() > BODY_CHARACTERS_MAX) {
            throw new IllegalArgumentException("Not a delivery to be parked");
        }
    }

    /** Never the body: it names people and payments. */
    @Override
    public String toString() {
        return "ParkedDelivery[" + processor + " " + type + "]";
    }
}
