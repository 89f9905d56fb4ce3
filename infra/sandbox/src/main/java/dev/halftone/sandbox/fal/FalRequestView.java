package dev.halftone.sandbox.fal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test may see of a request.
 *
 * @param prompt absent once the provider was told not to keep it
 * @param calls how often it was asked about, asked to stop, or downloaded from
 * @param webhookAnswers the receiver's status per attempt, 0 for none
 */
public record FalRequestView(
        String id,
        String endpoint,
        String state,
        int calls,
        @Nullable String prompt,
        boolean keepsPayload,
        @Nullable Duration mediaLifetime,
        @Nullable String webhook,
        List<Integer> webhookAnswers) {

    static FalRequestView of(FalRequest request, int calls, Instant now) {
        FalRequest.Input input = request.input();
        return new FalRequestView(
                request.id(),
                request.endpoint(),
                request.phase(now).name(),
                calls,
                input == null ? null : input.prompt(),
                request.keepsPayload(),
                request.mediaLifetime(),
                request.webhook(),
                request.webhookAnswers());
    }
}
