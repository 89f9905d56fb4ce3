package dev.halftone.core.circuit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds a key that is missing, revoked or good again before people's orders do. Whoever does not
 * answer is left as it is: that says nothing about a key.
 *
 * <p>A key may be good and the balance used up, which only an order is told. So a way that an order
 * closed for that reason is tried again after each check, by the one order that closes it again.
 */
public final class CheckKeys {

    private final Map<String, KeyCheck> checks;
    private final WatchRoutes watch;

    /**
     * Asks nobody yet.
     *
     * @param checks by the names of the providers
     */
    public CheckKeys(Map<String, KeyCheck> checks, WatchRoutes watch) {
        this.checks = Map.copyOf(checks);
        this.watch = watch;
    }

    /** Asks each once, one after another. */
    public Map<String, KeyCheck.Outcome> check(Instant now) {
        Map<String, KeyCheck.Outcome> outcomes = new TreeMap<>();
        checks.forEach((provider, check) -> outcomes.put(provider, check.check()));
        outcomes.forEach((provider, outcome) -> remember(provider, outcome, now));
        return outcomes;
    }

    private void remember(String provider, KeyCheck.Outcome outcome, Instant now) {
        if (outcome instanceof KeyCheck.Outcome.Accepted) {
            watch.keyAccepted(provider, now);
        } else if (outcome instanceof KeyCheck.Outcome.Refused) {
            watch.keyRefused(provider, now);
        }
    }
}
