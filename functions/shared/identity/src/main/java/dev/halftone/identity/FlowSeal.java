package dev.halftone.identity;

import dev.halftone.core.Entropy;
import dev.halftone.core.SigningKey;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What flows are kept in browsers with.
 *
 * @param signingKey asked for at each use, so that a snapshot holds none
 * @param cookiePrefix of the cookies' names
 */
public record FlowSeal(
        Supplier<SigningKey> signingKey, String cookiePrefix, Entropy entropy, Clock clock) {}
