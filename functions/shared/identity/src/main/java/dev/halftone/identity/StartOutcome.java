package dev.halftone.identity;

import java.net.URI;
import java.util.List;

/** How a sign-in begins. */
public sealed interface StartOutcome {

    /**
     * Send the browser to the provider.
     *
     * @param superseded names of older flows' cookies to clear, so that they never fill the headers
     */
    record Redirect(URI location, FlowCookie cookie, List<String> superseded)
            implements StartOutcome {

        public Redirect {
            superseded = List.copyOf(superseded);
        }
    }

    record ProviderUnavailable(Outage outage) implements StartOutcome {}
}
