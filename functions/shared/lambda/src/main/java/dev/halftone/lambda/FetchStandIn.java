package dev.halftone.lambda;

import dev.halftone.core.asset.FetchRules;
import java.net.URI;

/** What is fetched from in the place of the Internet during development; nothing, if left out. */
public final class FetchStandIn {

    /** The variable that is read. */
    public static final String KEY = "FETCH_STAND_IN";

    private FetchStandIn() {}

    /**
     * The rules with that one exception.
     *
     * @throws IllegalArgumentException if it is another machine than this one
     */
    public static FetchRules rules(Environment environment) {
        String origin = environment.optionalText(KEY);
        return origin.isBlank() ? FetchRules.strict() : new FetchRules(URI.create(origin));
    }
}
