package dev.halftone.core.asset;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TraceId;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message: something is to be done about an asset. It names nobody and no address, for a message
 * may lie in a dead-letter queue for weeks.
 *
 * @param refusal why nothing could be fetched, if that is the news
 */
public record AssetWork(AssetId asset, Task task, @Nullable AssetRefusal refusal, TraceId trace) {

    /** Which queue it belongs to. */
    public enum Task {
        /** Look at what was uploaded or fetched. */
        CHECK,
        /** Fetch it from the address that waits beside it. */
        FETCH
    }

    private static final Pattern FORM =
            Pattern.compile(
                    "\\{\"v\":1,\"asset\":\"(ast_[0-9a-f]{32})\",\"task\":\"([a-z]+)\""
                            + "(?:,\"refusal\":\"([a-z_]{1,40})\")?"
                            + ",\"traceId\":\"([0-9a-f]{32})\"}");

    public static AssetWork check(AssetId asset, TraceId trace) {
        return new AssetWork(asset, Task.CHECK, null, trace);
    }

    public static AssetWork fetch(AssetId asset, TraceId trace) {
        return new AssetWork(asset, Task.FETCH, null, trace);
    }

    /** It was fetched, or could not be. */
    public AssetWork fetched(@Nullable AssetRefusal why) {
        return new AssetWork(asset, Task.CHECK, why, trace);
    }

    /** The message body. */
    public String body() {
        return "{\"v\":1,\"asset\":\"%s\",\"task\":\"%s\"%s,\"traceId\":\"%s\"}"
                .formatted(
                        asset,
                        task.name().toLowerCase(Locale.ROOT),
                        refusal == null ? "" : ",\"refusal\":\"" + refusal.code() + "\"",
                        trace);
    }

    /**
     * Reads a message body.
     *
     * @throws PermanentFailure if the body is none that this version writes
     */
    public static AssetWork parse(String body) {
        Matcher matcher = FORM.matcher(body);
        if (!matcher.matches()) {
            throw unreadable();
        }
        String refusal = matcher.group(3);
        return new AssetWork(
                new AssetId(matcher.group(1)),
                Arrays.stream(Task.values())
                        .filter(
                                task ->
                                        task.name()
                                                .toLowerCase(Locale.ROOT)
                                                .equals(matcher.group(2)))
                        .findFirst()
                        .orElseThrow(AssetWork::unreadable),
                refusal == null
                        ? null
                        : AssetRefusal.parse(refusal).orElseThrow(AssetWork::unreadable),
                TraceId.parse(matcher.group(4)).orElseThrow(AssetWork::unreadable));
    }

    private static PermanentFailure unreadable() {
        return new PermanentFailure("queue", "unreadable message");
    }
}
