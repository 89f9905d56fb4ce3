package dev.halftone.core.asset;

import dev.halftone.core.PublicAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gets a file from an address that a stranger chose. Each name is resolved once, every address that
 * it has must be public, and the connection goes to those very addresses: a name that leads
 * elsewhere a moment later leads nowhere. Each redirect starts over. (OWASP API7:2023, server-side
 * request forgery.)
 */
public final class FetchAddress {

    static final int REDIRECTS_MAX = 3;
    static final Duration TIME_MAX = Duration.ofSeconds(10);

    private final FetchRules rules;
    private final HostNames names;
    private final WebFiles web;
    private final InstantSource clock;

    public FetchAddress(FetchRules rules, HostNames names, WebFiles web, InstantSource clock) {
        this.rules = rules;
        this.names = names;
        this.web = web;
        this.clock = clock;
    }

    /** What one address led to: onwards, or to an end. */
    private sealed interface Step {

        record Onward(URI from, String location) implements Step {}

        /** {@code why} is {@code null} if the file is there. */
        record End(@Nullable AssetRefusal why) implements Step {}
    }

    /**
     * Fetches into {@code target}.
     *
     * @return why it was not fetched; empty if it was
     */
    public Optional<AssetRefusal> fetch(String text, Path target) {
        Instant end = clock.instant().plus(TIME_MAX);
        String next = text;
        for (int redirects = 0; redirects <= REDIRECTS_MAX; redirects++) {
            switch (step(next, end, target)) {
                case Step.End ended -> {
                    return Optional.ofNullable(ended.why());
                }
                case Step.Onward onward -> {
                    Optional<String> resolved = resolved(onward);
                    if (resolved.isEmpty()) {
                        return Optional.of(AssetRefusal.ADDRESS_REFUSED);
                    }
                    next = resolved.get();
                }
            }
        }
        return Optional.of(AssetRefusal.TOO_MANY_REDIRECTS);
    }

    private Step step(String text, Instant end, Path target) {
        return switch (rules.judge(text)) {
            case FetchRules.Ruling.Refused refused -> new Step.End(refused.why());
            case FetchRules.Ruling.Allowed allowed -> step(allowed.address(), end, target);
        };
    }

    private Step step(URI address, Instant end, Path target) {
        Duration before = left(end);
        if (!before.isPositive()) {
            return new Step.End(AssetRefusal.TOO_SLOW);
        }
        List<InetAddress> found =
                rules.isStandIn(address)
                        ? List.of(InetAddress.getLoopbackAddress())
                        : names.resolve(address.getHost().toLowerCase(Locale.ROOT), before);
        if (found.isEmpty()) {
            return new Step.End(AssetRefusal.UNREACHABLE);
        }
        if (!rules.isStandIn(address) && !found.stream().allMatch(PublicAddress::isPublic)) {
            return new Step.End(AssetRefusal.PRIVATE_ADDRESS);
        }
        Duration left = left(end);
        return left.isPositive()
                ? asked(
                        new WebFiles.Request(address, found, AssetLimits.FETCHED_BYTES_MAX, left),
                        target)
                : new Step.End(AssetRefusal.TOO_SLOW);
    }

    private Step asked(WebFiles.Request request, Path target) {
        return switch (web.get(request, target)) {
            case WebFiles.Answer.Stored _ -> new Step.End(null);
            case WebFiles.Answer.Moved moved ->
                    new Step.Onward(request.address(), moved.location());
            case WebFiles.Answer.TooLarge _ -> new Step.End(AssetRefusal.TOO_LARGE);
            case WebFiles.Answer.TooSlow _ -> new Step.End(AssetRefusal.TOO_SLOW);
            case WebFiles.Answer.Missing _ -> new Step.End(AssetRefusal.UNREACHABLE);
        };
    }

    private Duration left(Instant end) {
        return Duration.between(clock.instant(), end);
    }

    private static Optional<String> resolved(Step.Onward onward) {
        try {
            return Optional.of(onward.from().resolve(new URI(onward.location())).toString());
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
