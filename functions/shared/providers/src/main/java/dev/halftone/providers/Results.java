package dev.halftone.providers;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.ProviderMedia;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What providers say about results and requests, held against what can be used of it. */
public final class Results {

    /** What a result is called until its own bytes have told its type. */
    public static final String UNTOLD = "application/octet-stream";

    private static final int RESULTS_MAX = 16;
    private static final Pattern REQUEST_ID = Pattern.compile("[\\w-]{1,100}");

    private Results() {}

    /** Whether a provider's request id is one word, as ours have to be. */
    public static boolean isRequestId(String id) {
        return REQUEST_ID.matcher(id).matches();
    }

    /** The results at these addresses, all of one type. */
    public static PollOutcome at(List<String> addresses, String contentType) {
        List<ProviderMedia> results = new ArrayList<>();
        for (String address : addresses) {
            try {
                results.add(new ProviderMedia(URI.create(address), contentType));
            } catch (IllegalArgumentException _) {
                return unusable();
            }
        }
        boolean usable =
                !results.isEmpty()
                        && results.size() <= RESULTS_MAX
                        && results.stream().allMatch(result -> result.location().getHost() != null);
        return usable ? new PollOutcome.Completed(results) : unusable();
    }

    private static PollOutcome unusable() {
        return new PollOutcome.Failed(
                FailureReason.INVALID_RESULT, "no usable address of a result");
    }
}
