package dev.halftone.sandbox.fal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test may see of a request.
 *
 * @param prompt absent once the provider was told not to keep it
 * @param webhookAnswers the receiver's status per attempt, 0 for none
 */
public record FalRequestView(
        String id,
        String endpoint,
        String state,
        @Nullable String prompt,
        boolean keepsPayload,
        @Nullable Duration mediaLifetime,
        @Nullable String webhook,
        List<Integer> webhookAnswers) {

    static FalRequestView of(FalRequest request, Instant now) {
        FalRequest.Input input = request.input();
        return new FalRequestView(
                request.id(),
                request.endpoint(),
                request.phase(now).name(),
                input == null ? null : input.prompt(),
                request.keepsPayload(),
                request.mediaLifetime(),
                request.webhook(),
                request.webhookAnswers());
    }
}
