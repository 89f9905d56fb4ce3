package dev.halftone.core.generation;

import dev.halftone.core.PermanentFailure;
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
 */
public record WorkItem(
        GenerationId generation, Stage stage, Cause cause, @Nullable String providerRequestId) {

    /** Which queue it belongs to. */
    public enum Stage {
        /** Short calls: submit, poll, cancel. */
        PROVIDER,
        /** Copying results, which may take minutes, so that a film delays nobody's picture. */
        DELIVERY
    }

    /** Why now. */
    public enum Cause {
        DUE,
        CALLBACK,
        CANCEL
    }

    // Version 1 of the message; another version is refused, not guessed.
    private static final Pattern FORM =
            Pattern.compile(
                    "\\{\"v\":1,\"generation\":\"(gen_[0-9a-f]{32})\",\"stage\":\"([a-z]+)\","
                        + "\"cause\":\"([a-z]+)\"(?:,\"providerRequest\":\"([\\w-]{1,100})\")?}");
    private static final Pattern PROVIDER_REQUEST_FORM = Pattern.compile("[\\w-]{1,100}");

    public WorkItem {
        if (providerRequestId != null
                && !PROVIDER_REQUEST_FORM.matcher(providerRequestId).matches()) {
            throw new IllegalArgumentException("Not a provider's request id");
        }
    }

    public static WorkItem due(GenerationId generation, Stage stage) {
        return new WorkItem(generation, stage, Cause.DUE, null);
    }

    public static WorkItem cancel(GenerationId generation) {
        return new WorkItem(generation, Stage.PROVIDER, Cause.CANCEL, null);
    }

    public static WorkItem callback(GenerationId generation, String providerRequestId) {
        return new WorkItem(generation, Stage.PROVIDER, Cause.CALLBACK, providerRequestId);
    }

    /** The message body. */
    public String body() {
        String tail =
                providerRequestId == null
                        ? ""
                        : ",\"providerRequest\":\"" + providerRequestId + "\"";
        return "{\"v\":1,\"generation\":\"%s\",\"stage\":\"%s\",\"cause\":\"%s\"%s}"
                .formatted(generation, label(stage), label(cause), tail);
    }

    /**
     * Reads a message body.
     *
     * @throws PermanentFailure if the body is none that this version writes
     */
    public static WorkItem parse(String body) {
        Matcher matcher = FORM.matcher(body);
        if (!matcher.matches()) {
            throw new PermanentFailure("queue", "unreadable message");
        }
        return new WorkItem(
                new GenerationId(matcher.group(1)),
                named(Stage.values(), matcher.group(2)),
                named(Cause.values(), matcher.group(3)),
                matcher.group(4));
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E named(E[] values, String label) {
        return Arrays.stream(values)
                .filter(value -> label(value).equals(label))
                .findFirst()
                .orElseThrow(() -> new PermanentFailure("queue", "unreadable message"));
    }
}
