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
 * @param provider who called back, only where that was proved, and since version 3 of the message
 * @param providerRequestId the provider's own id, only when its callback brought it
 * @param trace the generation's, if the sender has read the generation; a callback and the sweep
 *     know no more than its id
 */
public record WorkItem(
        GenerationId generation,
        Stage stage,
        Cause cause,
        @Nullable String provider,
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

    // Version 2 of the message added the trace, and version 3 who called back; older ones may still
    // be on their way when functions are replaced. Any other is refused, not guessed.
    private static final Pattern FORM =
            Pattern.compile(
                    "\\{\"v\":([123]),\"generation\":\"(gen_[0-9a-f]{32})\",\"stage\":\"([a-z]+)\","
                            + "\"cause\":\"([a-z]+)\"(?:,\"traceId\":\"([0-9a-f]{32})\")?"
                            + "(?:,\"provider\":\"([a-z][a-z0-9-]{1,30})\")?"
                            + "(?:,\"providerRequest\":\"([\\w-]{1,100})\")?}");
    private static final Pattern PROVIDER_FORM = Pattern.compile("[a-z][a-z0-9-]{1,30}");
    private static final Pattern PROVIDER_REQUEST_FORM = Pattern.compile("[\\w-]{1,100}");

    public WorkItem {
        if (provider != null && !PROVIDER_FORM.matcher(provider).matches()) {
            throw new IllegalArgumentException("Not a provider's name");
        }
        if (providerRequestId != null
                && !PROVIDER_REQUEST_FORM.matcher(providerRequestId).matches()) {
            throw new IllegalArgumentException("Not a provider's request id");
        }
    }

    public static WorkItem due(Generation generation, Stage stage) {
        return new WorkItem(generation.id(), stage, Cause.DUE, null, null, generation.trace());
    }

    /** For a sender that has not read the generation. */
    public static WorkItem due(GenerationId generation, Stage stage) {
        return new WorkItem(generation, stage, Cause.DUE, null, null, null);
    }

    public static WorkItem cancel(Generation generation) {
        return new WorkItem(
                generation.id(), Stage.PROVIDER, Cause.CANCEL, null, null, generation.trace());
    }

    /** For a provider that proves who it is. */
    public static WorkItem callback(
            GenerationId generation, String provider, String providerRequestId) {
        return new WorkItem(
                generation, Stage.PROVIDER, Cause.CALLBACK, provider, providerRequestId, null);
    }

    /** Whether whoever called back is who is to make it; so is whoever names no work. */
    boolean isOf(Assignment assignment) {
        if (providerRequestId == null) {
            return true;
        }
        // Who wrote a message without the name knew of no generation with a second provider.
        return provider == null
                ? assignment.declined().isEmpty()
                : provider.equals(assignment.provider());
    }

    /** The same news, for a worker that makes long calls. */
    WorkItem forDirectCall(Generation read) {
        return new WorkItem(
                generation, Stage.DIRECT, cause, provider, providerRequestId, read.trace());
    }

    /** For a caller that proves nothing: somebody should look, and believe only what they find. */
    public static WorkItem hint(GenerationId generation) {
        return new WorkItem(generation, Stage.PROVIDER, Cause.CALLBACK, null, null, null);
    }

    /** The same news, for a worker that copies. */
    WorkItem forDelivery(Generation read) {
        return new WorkItem(
                generation, Stage.DELIVERY, cause, provider, providerRequestId, read.trace());
    }

    /** The message body. */
    public String body() {
        return "{\"v\":%d,\"generation\":\"%s\",\"stage\":\"%s\",\"cause\":\"%s\"%s%s%s}"
                .formatted(
                        provider == null ? 2 : 3,
                        generation,
                        label(stage),
                        label(cause),
                        optional("traceId", trace),
                        optional("provider", provider),
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
        String provider = matcher.group(6);
        boolean namesNobody = provider == null;
        boolean isFirst = matcher.group(1).equals("1");
        if ((trace != null && isFirst) || namesNobody == matcher.group(1).equals("3")) {
            throw unreadable();
        }
        return new WorkItem(
                new GenerationId(matcher.group(2)),
                named(Stage.values(), matcher.group(3)),
                named(Cause.values(), matcher.group(4)),
                provider,
                matcher.group(7),
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
