package dev.halftone.core.generation;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TraceId;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message: somebody should look at a generation. It carries no state, so a lost, repeated or
 * overtaken one does no harm.
 *
 * @param providerRequestId the provider's own id, only when its callback brought it
 * @param trace the generation's, if the sender has read the generation; a callback and the sweep
 *     know no more than its id
 */
public record WorkItem(
        GenerationId generation,
        Stage stage,
        Cause cause,
        @Nullable String providerRequestId,
        @Nullable TraceId trace) {

    /** Which queue it belongs to. */
    public enum Stage {
        /** Short calls: submit, poll, cancel. */
        PROVIDER,
        /** Calls that take minutes, for they end with the result itself. */
        DIRECT,
        /** Copying results, which may take minutes, so that a film delays nobody's picture. */
        DELIVERY
    }

    /** Why now. */
    public enum Cause {
        DUE,
        CALLBACK,
        CANCEL
    }

    // Version 2 of the message added the trace; version 1 may still be on its way when functions
    // are
    // replaced. Any other is refused, not guessed.
    private static final Pattern FORM =
            Pattern.compile(
                    "\\{\"v\":([12]),\"generation\":\"(gen_[0-9a-f]{32})\",\"stage\":\"([a-z]+)\","
                            + "\"cause\":\"([a-z]+)\"(?:,\"traceId\":\"([0-9a-f]{32})\")?"
                            + "(?:,\"providerRequest\":\"([\\w-]{1,100})\")?}");
    private static final Pattern PROVIDER_REQUEST_FORM = Pattern.compile("[\\w-]{1,100}");

    public WorkItem {
        if (providerRequestId != null
                && !PROVIDER_REQUEST_FORM.matcher(providerRequestId).matches()) {
            throw new IllegalArgumentException("Not a provider's request id");
        }
    }

    public static WorkItem due(Generation generation, Stage stage) {
        return new WorkItem(generation.id(), stage, Cause.DUE, null, generation.trace());
    }

    /** For a sender that has not read the generation. */
    public static WorkItem due(GenerationId generation, Stage stage) {
        return new WorkItem(generation, stage, Cause.DUE, null, null);
    }

    public static WorkItem cancel(Generation generation) {
        return new WorkItem(
                generation.id(), Stage.PROVIDER, Cause.CANCEL, null, generation.trace());
    }

    public static WorkItem callback(GenerationId generation, String providerRequestId) {
        return new WorkItem(generation, Stage.PROVIDER, Cause.CALLBACK, providerRequestId, null);
    }

    /** The same news, for a worker that makes long calls. */
    WorkItem forDirectCall(Generation read) {
        return new WorkItem(generation, Stage.DIRECT, cause, providerRequestId, read.trace());
    }

    /** For a caller that proves nothing: somebody should look, and believe only what they find. */
    public static WorkItem hint(GenerationId generation) {
        return new WorkItem(generation, Stage.PROVIDER, Cause.CALLBACK, null, null);
    }

    /** The same news, for a worker that copies. */
    WorkItem forDelivery(Generation read) {
        return new WorkItem(generation, Stage.DELIVERY, cause, providerRequestId, read.trace());
    }

    /** The message body. */
    public String body() {
        return "{\"v\":2,\"generation\":\"%s\",\"stage\":\"%s\",\"cause\":\"%s\"%s%s}"
                .formatted(
                        generation,
                        label(stage),
                        label(cause),
                        optional("traceId", trace),
                        optional("providerRequest", providerRequestId));
    }

    /**
     * Reads a message body.
     *
     * @throws PermanentFailure if the body is none that this version writes
     */
    public static WorkItem parse(String body) {
        Matcher matcher = FORM.matcher(body);
        if (!matcher.matches()) {
            throw unreadable();
        }
        String trace = matcher.group(5);
        if (trace != null && matcher.group(1).equals("1")) {
            throw unreadable();
        }
        return new WorkItem(
                new GenerationId(matcher.group(2)),
                named(Stage.values(), matcher.group(3)),
                named(Cause.values(), matcher.group(4)),
                matcher.group(6),
                trace == null ? null : TraceId.parse(trace).orElseThrow(WorkItem::unreadable));
    }

    private static String optional(String member, @Nullable Object value) {
        return value == null ? "" : ",\"%s\":\"%s\"".formatted(member, value);
    }

    private static PermanentFailure unreadable() {
        return new PermanentFailure("queue", "unreadable message");
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E named(E[] values, String label) {
        return Arrays.stream(values)
                .filter(value -> label(value).equals(label))
                .findFirst()
                .orElseThrow(WorkItem::unreadable);
    }
}
